package press.broadsheet.likeness;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;

/**
 * Answers which articles resemble one. An index finds those that share parts of its fingerprint; only the few that share most
 * of it are read and compared by their whole text.
 */
@ApplicationScoped
public class ResemblanceRepository {
    /** More than a story has members. */
    private static final int CANDIDATES = 20;

    /** What an editor took out of its story is not found again. */
    private static final String NEAR = """
            select me.id, a.id as other, a.story_id, a.title, a.summary, body.text, alike.words
            from unnest(:ids, :langs, :earliest, :latest) as me (id, lang, earliest, latest)
            cross join lateral (
                select found.article_id
                from article_fingerprint mine
                join article_fingerprint found on found.hashes && mine.hashes
                join article_terms v on v.article_id = found.article_id
                where mine.article_id = me.id and found.article_id <> me.id
                  and v.published_at between me.earliest and me.latest and language_of(v.lang) = language_of(me.lang)
                order by (select count(*) from unnest(found.hashes) hash where hash = any(mine.hashes)) desc, found.article_id
                limit :candidates) candidate (id)
            cross join lateral (
                select coalesce(sum(mine.weight * theirs.weight), 0) as words
                from article_terms m, unnest(m.terms, m.weights) mine (term, weight),
                     article_terms o, unnest(o.terms, o.weights) theirs (term, weight)
                where m.article_id = me.id and o.article_id = candidate.id and mine.term = theirs.term) alike
            join article a on a.id = candidate.id
            left join article_body body on body.article_id = a.id
            where not exists (select from story_link l where l.article_id = a.id and l.reason = 'left')""";

    private final Session session;

    ResemblanceRepository(Session session) {
        this.session = session;
    }

    /**
     * What might be the same story as articles whose likeness was taken, for each that has something like it: published, or to
     * be, at most so much before or after it. One statement.
     */
    public Map<UUID, List<Resemblance>> near(List<Wording> articles, Duration window) {
        Map<UUID, Wording> byId = articles.stream().collect(Collectors.toMap(Wording::article, Function.identity()));
        Map<UUID, Text> read = new HashMap<>();
        return candidates(articles, window).stream()
                .collect(Collectors.groupingBy(
                        row -> (UUID) row[0],
                        Collectors.mapping(
                                row -> Resemblance.of(
                                        (UUID) row[1],
                                        (UUID) row[2],
                                        byId.get((UUID) row[0]).text(),
                                        read.computeIfAbsent((UUID) row[1], other -> text(row)),
                                        ((Number) row[6]).doubleValue()),
                                Collectors.toList())));
    }

    private List<Object[]> candidates(List<Wording> articles, Duration window) {
        return session.createNativeQuery(NEAR, Object[].class)
                .setParameter("ids", articles.stream().map(Wording::article).toArray(UUID[]::new))
                .setParameter("langs", articles.stream().map(Wording::lang).toArray(String[]::new))
                .setParameter(
                        "earliest",
                        articles.stream()
                                .map(article -> article.publishedAt().minus(window))
                                .toArray(Instant[]::new))
                .setParameter(
                        "latest",
                        articles.stream()
                                .map(article -> article.publishedAt().plus(window))
                                .toArray(Instant[]::new))
                .setParameter("candidates", CANDIDATES)
                .getResultList();
    }

    private static Text text(Object[] row) {
        return Text.of((String) row[3], (String) row[4], (String) row[5]);
    }
}
