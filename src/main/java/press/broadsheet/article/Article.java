package press.broadsheet.article;

import java.time.Instant;
import java.util.List;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.hibernate.annotations.OptimisticLock;
import press.broadsheet.author.Author;
import press.broadsheet.content.Ids;
import press.broadsheet.content.SafeText;
import press.broadsheet.media.Image;
import press.broadsheet.problem.ProblemException;
import press.broadsheet.problem.ProblemType;
import press.broadsheet.problem.Violation;
import press.broadsheet.section.Section;
import press.broadsheet.tag.Tag;

/** An article as the editors have it, in whatever state. */
@Entity
@Table(name = "article")
public class Article extends ArticleContent {
    @Convert(converter = ArticleState.Converter.class)
    private ArticleState state;

    @Version
    private int version;

    private String origin;
    private String externalId;
    private boolean takenDown;

    private Instant createdAt;

    /** Telling of it changes nothing that an editor could overwrite. */
    @OptimisticLock(excluded = true)
    private boolean announced = true;

    protected Article() {}

    /** What an article says, gathered and checked, its references resolved. */
    public record Content(
            String slug,
            String type,
            String title,
            String summary,
            String lang,
            Section section,
            List<Tag> tags,
            List<Author> authors,
            Image image,
            SafeText body,
            Source source,
            String canonicalUrl) {}

    /** What it says now. */
    public Content content() {
        return new Content(
                slug,
                type,
                title,
                summary,
                lang,
                section,
                tags(),
                authors(),
                image,
                body.content(),
                source,
                canonicalUrl);
    }

    /** A new draft. */
    public static Article of(Content content, Instant now) {
        Article article = new Article();
        article.id = Ids.next();
        article.storyId = article.id;
        article.state = ArticleState.DRAFT;
        article.createdAt = now;
        article.body = new ArticleBody(article.id);
        article.revise(content, now);
        return article;
    }

    /** Replaces what the article says. */
    public void revise(Content content, Instant now) {
        slug = content.slug();
        type = content.type();
        title = content.title();
        summary = content.summary();
        lang = content.lang();
        section = content.section();
        tags.clear();
        tags.addAll(content.tags());
        authors.clear();
        authors.addAll(content.authors());
        image = content.image();
        source = content.source();
        canonicalUrl = content.canonicalUrl();
        body.take(content.body());
        updatedAt = now;
    }

    /** Says what it is called where it comes from; once for ever. */
    public void comesFrom(String origin, String externalId) {
        this.origin = origin;
        this.externalId = externalId;
    }

    /**
     * Lets readers see it from an instant on, and until another unless that is null; if it is to come, it will be announced then.
     *
     * @throws ProblemException 409 if it was taken down, 422 if there is nothing to read
     */
    public void publish(Instant from, Instant until, Instant now) {
        if (takenDown) {
            throw ProblemException.of(ProblemType.CONFLICT, "The article was taken down for good.");
        }
        if (body.raw().isBlank()) {
            throw ProblemException.of(
                    ProblemType.INVALID_CONTENT,
                    List.of(Violation.inBody("/body", "missing", "is needed to publish an article")));
        }
        state = ArticleState.PUBLISHED;
        publishedAt = from;
        unpublishAt = until;
        updatedAt = now;
        announced = !from.isAfter(now);
    }

    /** Notes that readers have been told of its scheduled publication. */
    public void announce() {
        announced = true;
    }

    /**
     * Takes it back; its address says from now on that it is gone. What no reader has seen yet becomes a draft again: to call it
     * gone would tell that it was there.
     */
    public void withdraw(Instant now) {
        boolean seen = wasSeenBefore(now);
        state = seen ? ArticleState.WITHDRAWN : ArticleState.DRAFT;
        publishedAt = seen ? publishedAt : null;
        unpublishAt = null;
        announced = true;
        updatedAt = now;
    }

    /** Whether readers see it at an instant. */
    public boolean isVisibleAt(Instant now) {
        return state == ArticleState.PUBLISHED
                && wasSeenBefore(now)
                && (unpublishAt == null || unpublishAt.isAfter(now));
    }

    /** Whether readers are meant to see it, now or later. */
    public boolean isPublished() {
        return state == ArticleState.PUBLISHED;
    }

    /** Whether readers see it or saw it. */
    public boolean wasSeenBefore(Instant now) {
        return publishedAt != null && !publishedAt.isAfter(now);
    }

    /** Whether readers will see it, but not yet. */
    public boolean isScheduledAt(Instant now) {
        return state == ArticleState.PUBLISHED && publishedAt.isAfter(now);
    }

    /** Takes it back for good. */
    public void takeDown(Instant now) {
        withdraw(now);
        takenDown = true;
        updatedAt = now;
    }

    /** Gives it another address; whoever does so remembers the old one. */
    public void rename(String slug) {
        this.slug = slug;
    }

    public ArticleState state() {
        return state;
    }

    /** Where it was imported from; null if it was not. */
    public String origin() {
        return origin;
    }

    /** What it is called there. */
    public String externalId() {
        return externalId;
    }

    public boolean takenDown() {
        return takenDown;
    }

    /** Whether readers have been told all that there is to tell; not while its instant is to come. */
    public boolean announced() {
        return announced;
    }

    /** Its state in the one word that editors see; when its time is over it is withdrawn, whether or not somebody has noted that. */
    public String statusAt(Instant now) {
        if (takenDown) {
            return "taken-down";
        }
        if (isScheduledAt(now)) {
            return "scheduled";
        }
        return isPublished() && !isVisibleAt(now) ? ArticleState.WITHDRAWN.code() : state.code();
    }

    public Instant createdAt() {
        return createdAt;
    }

    @Override
    public int version() {
        return version;
    }
}
