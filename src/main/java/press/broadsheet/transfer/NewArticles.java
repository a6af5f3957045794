package press.broadsheet.transfer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.hibernate.Session;
import press.broadsheet.article.Article;
import press.broadsheet.article.ArticleRepository;
import press.broadsheet.article.ArticleState;
import press.broadsheet.content.Ids;
import press.broadsheet.content.Keys;
import press.broadsheet.content.Slug;
import press.broadsheet.editing.ArticleDraft;
import press.broadsheet.editing.ArticleEditing;
import press.broadsheet.editing.DraftReading;
import press.broadsheet.problem.ProblemException;
import press.broadsheet.problem.ProblemType;
import press.broadsheet.problem.Violation;
import press.broadsheet.problem.Violations;
import press.broadsheet.transfer.ArticleRows.NewArticle;
import press.broadsheet.transfer.ImportLog.Tally;
import press.broadsheet.transfer.LineReading.Read;

/** Makes articles of the lines of a batch that mean none yet. */
@ApplicationScoped
class NewArticles {
    private final ArticleEditing editing;
    private final DraftReading drafts;
    private final ArticleRepository articles;
    private final ObjectMapper json;
    private final Session session;

    NewArticles(
            ArticleEditing editing,
            DraftReading drafts,
            ArticleRepository articles,
            ObjectMapper json,
            Session session) {
        this.editing = editing;
        this.drafts = drafts;
        this.articles = articles;
        this.json = json;
        this.session = session;
    }

    /** @param tally takes the lines of which nothing can be made */
    List<NewArticle> of(List<Read> lines, Instant now, DraftReading.Lookup lookup, Tally tally) {
        Slugs slugs = new Slugs(lines);
        List<NewArticle> made = new ArrayList<>();
        for (Read line : lines) {
            try {
                made.add(of(line, now, lookup, slugs));
            } catch (ProblemException refusal) {
                tally.refused(line.number(), inLine(refusal));
            }
        }
        return made;
    }

    /** The same problem with pointers from the line's beginning instead of the draft's. */
    static ProblemException inLine(ProblemException problem) {
        return ProblemException.of(
                problem.type(),
                problem.detail(),
                problem.errors().stream()
                        .map(fault -> Violation.inBody("/draft" + fault.pointer(), fault.code(), fault.detail()))
                        .toList());
    }

    private NewArticle of(Read read, Instant now, DraftReading.Lookup lookup, Slugs slugs) {
        Line.OfArticle line = (Line.OfArticle) read.line();
        String slug = slugs.choose(read.slug(), line.draft());
        NewArticle made = line.record() == null
                ? written(read, editing.made(line.draft(), slug, now, lookup), now)
                : recalled(read, slug, now, lookup);
        slugs.claim(made);
        return made;
    }

    /** What a draft wants. */
    private NewArticle written(Read read, Article article, Instant now) {
        Line.OfArticle line = (Line.OfArticle) read.line();
        return new NewArticle(
                article.id(),
                article.content(),
                article.storyId(),
                article.state(),
                article.publishedAt(),
                article.unpublishAt(),
                article.version(),
                now,
                now,
                false,
                line.source(),
                line.externalId(),
                List.of(),
                article.keys(),
                article.isVisibleAt(now),
                article.announced(),
                read.text(),
                null,
                json(ArticleDraft.of(article, now)));
    }

    /** What a draft says, with all that has happened to it elsewhere. Its revisions have lines of their own. */
    private NewArticle recalled(Read read, String slug, Instant now, DraftReading.Lookup lookup) {
        Line.OfArticle line = (Line.OfArticle) read.line();
        Line.OfArticle.Past past = line.record();
        Violations violations = new Violations();
        boolean published = past.state() == ArticleState.PUBLISHED;
        Article.Content content = drafts.read(line.draft(), slug, published, lookup, violations);
        violations.verify(ProblemType.INVALID_CONTENT);
        Article like = Article.of(content, now);
        boolean begun = published && !past.publishedAt().isAfter(now);
        boolean visible =
                begun && (past.unpublishAt() == null || past.unpublishAt().isAfter(now));
        return new NewArticle(
                past.id(),
                content,
                past.story(),
                past.state(),
                past.publishedAt(),
                past.unpublishAt(),
                past.version(),
                past.createdAt(),
                past.updatedAt(),
                past.takenDown(),
                line.source(),
                line.externalId(),
                past.formerSlugs(),
                keys(like, past.id()),
                visible,
                begun || !published,
                read.text(),
                past.likeness(),
                null);
    }

    private static Set<String> keys(Article like, UUID id) {
        return Stream.concat(
                        like.keys().stream().filter(key -> !key.equals(Keys.article(like.id()))),
                        Stream.of(Keys.article(id)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private String json(ArticleDraft draft) {
        try {
            return json.writeValueAsString(draft);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a draft was read from JSON", impossible);
        }
    }

    /** Which slugs are taken: asked once for those that a batch will want first, one by one for those that it turns to then. */
    private final class Slugs {
        private final Set<String> asked = new HashSet<>();
        private final Set<String> taken = new HashSet<>();

        Slugs(List<Read> lines) {
            lines.stream().map(Read::slug).filter(Objects::nonNull).forEach(asked::add);
            taken.addAll(session.createNativeQuery("""
                            select slug from article where slug = any(:slugs)
                            union all
                            select slug from article_former_slug where slug = any(:slugs)
                            union all
                            select slug from article_tombstone where slug = any(:slugs)""", String.class)
                    .setParameter("slugs", asked.toArray(String[]::new))
                    .getResultList());
        }

        /** The one that was made beforehand, if it is free: making slugs takes longer than all else here. */
        String choose(String first, ArticleDraft draft) {
            return first != null && Ids.parse(first).isEmpty() && !isTaken(first)
                    ? first
                    : Slug.choose(draft.slug(), draft.title(), this::isTaken)
                            .orElseThrow(() -> ProblemException.taken("/slug", draft.slug()));
        }

        private boolean isTaken(String slug) {
            return taken.contains(slug) || (!asked.contains(slug) && articles.isTaken(slug));
        }

        void claim(NewArticle article) {
            taken.add(article.content().slug());
            taken.addAll(article.formerSlugs());
        }
    }
}
