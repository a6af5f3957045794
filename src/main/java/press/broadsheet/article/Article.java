package press.broadsheet.article;

import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import press.broadsheet.author.Author;
import press.broadsheet.content.Ids;
import press.broadsheet.content.SafeText;
import press.broadsheet.media.Image;
import press.broadsheet.section.Section;
import press.broadsheet.tag.Tag;

/** An article as the editors have it, in whatever state. */
@Entity
@Table(name = "article")
public class Article extends ArticleContent {
    private String titleKey;

    @Convert(converter = ArticleState.Converter.class)
    private ArticleState state;

    @Version
    private int version;

    private Instant createdAt;

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
        titleKey = titleKey(content.title());
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

    /** Lets readers see it from an instant on, and until another unless that is null. */
    public void publish(Instant from, Instant until) {
        state = ArticleState.PUBLISHED;
        publishedAt = from;
        unpublishAt = until;
    }

    /**
     * Takes it back; its address says from now on that it is gone. What no reader has seen yet becomes a draft again: to call it
     * gone would tell that it was there.
     */
    public void withdraw(Instant now) {
        boolean seen = publishedAt != null && !publishedAt.isAfter(now);
        state = seen ? ArticleState.WITHDRAWN : ArticleState.DRAFT;
        publishedAt = seen ? publishedAt : null;
    }

    /** Gives it another address; whoever does so remembers the old one. */
    public void rename(String slug) {
        this.slug = slug;
    }

    /** Makes it part of another article's story. */
    public void join(UUID story) {
        storyId = story;
    }

    public ArticleState state() {
        return state;
    }

    public String titleKey() {
        return titleKey;
    }

    public Instant createdAt() {
        return createdAt;
    }

    @Override
    public int version() {
        return version;
    }

    /** The letters and digits of a title in lower case: the same for titles that differ in case, spaces or punctuation. */
    private static String titleKey(String title) {
        return Normalizer.normalize(title, Normalizer.Form.NFKD)
                .replaceAll("[^\\p{L}\\p{N}]", "")
                .toLowerCase(Locale.ROOT);
    }
}
