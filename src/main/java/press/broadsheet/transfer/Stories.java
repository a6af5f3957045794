package press.broadsheet.transfer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import press.broadsheet.article.ArticleRepository;
import press.broadsheet.article.ArticleState;
import press.broadsheet.transfer.ArticleRows.NewArticle;

/** Which stories new articles are part of, by their titles: {@link ArticleRepository#storyLike}, for many at once. */
@ApplicationScoped
class Stories {
    private final Session session;

    Stories(Session session) {
        this.session = session;
    }

    /** The same articles, those that have no story of their own as parts of others'. */
    List<NewArticle> joined(List<NewArticle> made) {
        Map<UUID, Told> stored = stored(made);
        List<Told> told = new ArrayList<>();
        return made.stream()
                .map(article -> joined(article, stored.get(article.id()), told))
                .toList();
    }

    /** @param told those before it in the batch */
    private NewArticle joined(NewArticle article, Told stored, List<Told> told) {
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
                        asking.stream().map(article -> article.content().lang()).toArray(String[]::new))
                .setParameter("at", asking.stream().map(NewArticle::publishedAt).toArray(Instant[]::new))
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
