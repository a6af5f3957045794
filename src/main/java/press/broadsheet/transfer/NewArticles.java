package press.broadsheet.transfer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        Stories stories = new Stories();
        List<NewArticle> made = new ArrayList<>();
        for (Read line : lines) {
            try {
                made.add(of((Line.OfArticle) line.line(), now, lookup, slugs));
            } catch (ProblemException refusal) {
                tally.refused(line.number(), inLine(refusal));
            }
        }
        return stories.joined(made);
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

    private NewArticle of(Line.OfArticle line, Instant now, DraftReading.Lookup lookup, Slugs slugs) {
        String slug = Slug.choose(line.draft().slug(), line.draft().title(), slugs::isTaken)
                .orElseThrow(() -> ProblemException.taken("/slug", line.draft().slug()));
        NewArticle made = line.record() == null
                ? written(line, editing.made(line.draft(), slug, now, lookup), now)
                : recalled(line, slug, now, lookup);
        slugs.claim(made);
        return made;
    }

    /** What a draft wants. */
    private NewArticle written(Line.OfArticle line, Article article, Instant now) {
        return new NewArticle(
                article.id(),
                article.content(),
                article.titleKey(),
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
                json(ArticleDraft.of(article, now)));
    }

    /** What a draft says, with all that has happened to it elsewhere. Its revisions have lines of their own. */
    private NewArticle recalled(Line.OfArticle line, String slug, Instant now, DraftReading.Lookup lookup) {
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
                like.titleKey(),
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
            for (Read line : lines) {
                ArticleDraft draft = ((Line.OfArticle) line.line()).draft();
                Optional.ofNullable(draft.slug())
                        .or(() -> Slug.of(draft.title()))
                        .ifPresent(asked::add);
            }
            taken.addAll(session.createNativeQuery("""
                            select slug from article where slug = any(:slugs)
                            union all
                            select slug from article_former_slug where slug = any(:slugs)
                            union all
                            select slug from article_tombstone where slug = any(:slugs)""", String.class)
                    .setParameter("slugs", asked.toArray(String[]::new))
                    .getResultList());
        }

        boolean isTaken(String slug) {
            return taken.contains(slug) || (!asked.contains(slug) && articles.isTaken(slug));
        }

        void claim(NewArticle article) {
            taken.add(article.content().slug());
            taken.addAll(article.formerSlugs());
        }
    }

    /** Which stories new articles are part of, by their titles: {@link ArticleRepository#storyLike}, for many at once. */
    private final class Stories {
        private final List<Told> told = new ArrayList<>();

        List<NewArticle> joined(List<NewArticle> made) {
            Map<UUID, Told> stored = stored(made);
            return made.stream()
                    .map(article -> joined(article, stored.get(article.id())))
                    .toList();
        }

        private NewArticle joined(NewArticle article, Told stored) {
            if (article.state() != ArticleState.PUBLISHED) {
                return article;
            }
            NewArticle joined = isRecalled(article)
                    ? article
                    : Stream.concat(Stream.ofNullable(stored), told.stream().filter(other -> other.isLike(article)))
                            .max(Comparator.comparing(Told::publishedAt))
                            .map(other -> article.joining(other.story()))
                            .orElse(article);
            told.add(Told.of(joined));
            return joined;
        }

        /** The latest that is stored already, for each that has one. */
        private Map<UUID, Told> stored(List<NewArticle> made) {
            List<NewArticle> asking = made.stream()
                    .filter(article -> article.state() == ArticleState.PUBLISHED && !isRecalled(article))
                    .toList();
            List<Object[]> found = session.createNativeQuery("""
                            select given.id, a.title_key, a.lang, a.story_id, a.published_at
                            from unnest(:ids, :titles, :langs, :at) as given (id, title_key, lang, at)
                            join lateral (
                                select a.* from article a
                                where a.title_key = given.title_key and a.lang = given.lang
                                  and a.published_at between given.at - make_interval(secs => :span)
                                      and given.at + make_interval(secs => :span)
                                order by a.published_at desc limit 1) a on true""", Object[].class)
                    .setParameter("ids", asking.stream().map(NewArticle::id).toArray(UUID[]::new))
                    .setParameter(
                            "titles", asking.stream().map(NewArticle::titleKey).toArray(String[]::new))
                    .setParameter(
                            "langs",
                            asking.stream()
                                    .map(article -> article.content().lang())
                                    .toArray(String[]::new))
                    .setParameter(
                            "at", asking.stream().map(NewArticle::publishedAt).toArray(Instant[]::new))
                    .setParameter("span", (double) ArticleRepository.STORY_SPAN.toSeconds())
                    .getResultList();
            return found.stream()
                    .collect(Collectors.toMap(
                            row -> (UUID) row[0],
                            row -> new Told((String) row[1], (String) row[2], (UUID) row[3], (Instant) row[4])));
        }

        /** Its story is known. */
        private static boolean isRecalled(NewArticle article) {
            return article.revision() == null;
        }
    }

    /** A published article whose story others may be part of. */
    private record Told(String titleKey, String lang, UUID story, Instant publishedAt) {
        static Told of(NewArticle article) {
            return new Told(article.titleKey(), article.content().lang(), article.story(), article.publishedAt());
        }

        boolean isLike(NewArticle article) {
            return titleKey.equals(article.titleKey())
                    && lang.equals(article.content().lang())
                    && !publishedAt.isBefore(article.publishedAt().minus(ArticleRepository.STORY_SPAN))
                    && !publishedAt.isAfter(article.publishedAt().plus(ArticleRepository.STORY_SPAN));
        }
    }
}
