package press.broadsheet.question;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import press.broadsheet.question.Plan.Reading;

/** Has the database read questions: one statement, whatever the number of languages and words. */
@ApplicationScoped
public class Planning {
    /** The configurations that articles have are walked in their index, one step each. */
    private static final String PLAN = """
            with recursive config (name) as (
                select min(s.config) from article_search s
                union all
                select (select min(s.config) from article_search s where s.config > config.name)
                from config where config.name is not null),
            given as materialized (
                select text, n, search_names(text) as names
                from unnest(cast(:pieces as text[])) with ordinality piece (text, n)),
            piece as materialized (
                select coalesce(array_agg(text order by n), '{}') as texts,
                       coalesce(array_agg(names order by n), '{}') as names
                from given),
            reading as (
                select config.name, 0 as n, search_query(config.name, :question, piece.texts, piece.names) as query
                from config, piece
                where config.name is not null and (cast(:lang as text) is null or config.name = search_config(:lang))
                union all
                select config.name, cast(given.n as int),
                       search_query(config.name, '"' || given.text || '"', array[given.text], array[given.names])
                from config, given
                where config.name is not null and (cast(:lang as text) is null or config.name = search_config(:lang)))
            select reading.name, reading.n, cast(reading.query as text), seen.newest, seen.oldest,
                   cast(greatest(size.rows, 1000) as float8)
            from reading,
                 (select (select published_at from published_article order by published_at desc limit 1),
                         (select published_at from published_article order by published_at limit 1)) seen (newest, oldest),
                 (select reltuples from pg_class where oid = cast('article_search' as regclass)) size (rows)
            where seen.newest is not null
            order by reading.name, reading.n""";

    private final Session session;

    Planning(Session session) {
        this.session = session;
    }

    /**
     * Reads a question.
     *
     * @param lang only articles of this language are looked for; null for any
     */
    public Plan plan(Question question, String lang) {
        List<String> pieces = Stream.concat(question.wanted().stream(), question.unwanted().stream())
                .toList();
        List<Object[]> rows = session.createNativeQuery(PLAN, Object[].class)
                .setParameter("pieces", pieces.toArray(String[]::new))
                .setParameter("question", question.text())
                .setParameter("lang", lang, String.class)
                .getResultList();
        if (rows.isEmpty()) {
            return new Plan(Instant.EPOCH, Instant.EPOCH, 0, List.of());
        }
        Map<String, List<String>> queries = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> (String) row[0],
                        TreeMap::new,
                        Collectors.mapping(row -> (String) row[2], Collectors.toList())));
        int wanted = 1 + question.wanted().size();
        Object[] any = rows.get(0);
        return new Plan(
                (Instant) any[3],
                (Instant) any[4],
                (Double) any[5],
                queries.entrySet().stream()
                        .map(entry -> new Reading(
                                entry.getKey(),
                                entry.getValue().get(0),
                                entry.getValue().subList(1, wanted),
                                entry.getValue()
                                        .subList(wanted, entry.getValue().size())))
                        .toList());
    }
}
