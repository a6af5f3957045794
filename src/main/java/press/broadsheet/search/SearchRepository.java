package press.broadsheet.search;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import press.broadsheet.listing.ArticleConditions;
import press.broadsheet.listing.ArticleFilter;
import press.broadsheet.question.Days;
import press.broadsheet.question.Plan;

/**
 * Answers which articles a question finds, the best first. Ranked are the newest that match, {@value #MOST} of them, or
 * {@value #MOST_OF_SEVERAL} of what has several words: what stands everywhere finds too many to rank them all. A score is the sum over the words of how much of each an article has (PostgreSQL's
 * {@code ts_rank}), less for long texts, times up to 1.5 for fresh ones.
 */
@ApplicationScoped
class SearchRepository {
    /** So many of the newest matches are ranked. */
    static final int MOST = 1_000;

    /** Words that are all common are seldom together: for as many matches the index is read further back, and once for each word. */
    static final int MOST_OF_SEVERAL = 500;

    /** So many of the newest matches of each word are ranked where not all words are needed, and as many in all. */
    private static final int LEAST_FOR_A_WORD = 100;

    /**
     * Fresh articles count up to half as much again: half of that is gone after 30 days. Counted from the newest article and not from
     * now, so that the same question has the same answer until something changes.
     */
    private static final String FRESHNESS = """
            (1 + 0.5 * power(cast(0.5 as float8),
                             cast(extract(epoch from cast(:newest as timestamptz) - %s.published_at) as float8) / 2592000))""";

    /**
     * The newest matches: blocks of days are read one by one, the newest first, until there are enough. What the words find is looked
     * up in the articles one by one ({@code offset 0}): a plan for any values of a date would read all articles for each block.
     */
    private static final String NEWEST = """
            select matching.*
            from unnest(cast(:days as text[])) day (block)
            cross join lateral (
                select let.id, let.story_id, let.published_at, s.config, s.vector
                from article_search s
                cross join lateral (
                    select a.id, a.story_id, a.published_at from published_article a
                    where a.id = s.article_id and a.published_at <= :newest and %2$s
                    offset 0) let
                where s.vector @@ (cast(day.block as tsquery) && %1$s)
                order by let.published_at desc, let.id desc) matching
            limit %3$s""";

    /** Titles over summaries, tags and authors, and these over bodies; each article by the reading of its own language. */
    private static final String ALL = """
            select found.id, found.story_id,
                   cast(ts_rank('{0.15, 0.15, 0.4, 1}', found.vector, reading.query, 1) as float8) * %s as score
            from (%s) found
            join (select config, cast(query || ' | ''=''' as tsquery)
                  from unnest(cast(:configs as text[]), cast(:rankings as text[])) given (config, query)
                  where query <> '') reading (config, query) on reading.config = found.config""";

    /**
     * Of each word the newest matches. How rare it is shows in how far these reach back, to a power of two, so that one article more or
     * less does not move the others between two pages. Nearly flat weights, or long questions find
     * what has one of their words in its title; each vector is read once for all words.
     */
    private static final String ANY = """
            with word as materialized (
                select n, cast(finding as tsquery) as finding, cast(ranking || ' | ''=''' as tsquery) as ranking
                from unnest(cast(:findings as text[]), cast(:rankings as text[])) with ordinality given (finding, ranking, n)),
            found as materialized (
                select word.n, newest.* from word cross join lateral (%s) newest),
            weight as materialized (
                select word.ranking,
                       ln(1 + :articles / power(2, round(log(
                           2,
                           cast(case when reach.matches < :most then greatest(1, reach.matches)
                                     else least(:articles, reach.matches * :span / greatest(reach.seconds, 86400)) end
                                as numeric))))) as rarity
                from word join (
                    select n, cast(count(*) as float8) as matches,
                           cast(extract(epoch from cast(:newest as timestamptz) - min(published_at)) as float8) as seconds
                    from found group by n) reach using (n))
            select candidate.id, candidate.story_id, summed.score * %s as score
            from (select distinct on (id) id, story_id, published_at, vector from found where id <> all(:exact)) candidate
            cross join lateral (select candidate.vector || cast('' as tsvector) as vector offset 0) whole
            cross join lateral (
                select sum(weight.rarity * ts_rank('{0.8, 0.8, 0.9, 1}', whole.vector, weight.ranking, 1)) as score
                from weight) summed""";

    /** As articles have it; any other finds nothing. */
    private static final Pattern TYPE = Pattern.compile("[\\p{Alnum}-]+");

    private final Session session;

    SearchRepository(Session session) {
        this.session = session;
    }

    /** What has all that is asked for: one statement. */
    Ranking all(Plan plan, ArticleFilter filter) {
        if (plan.findsNothing()) {
            return new Ranking(List.of(), true);
        }
        ArticleConditions conditions = new ArticleConditions(filter);
        String newest = newest("cast(:finding as tsquery)", filter, conditions, ":most");
        int most = plan.isOneWord() ? MOST : MOST_OF_SEVERAL;
        NativeQuery<Object[]> query = session.createNativeQuery(
                        ALL.formatted(FRESHNESS.formatted("found"), newest), Object[].class)
                .setParameter("finding", plan.finding())
                .setParameter("configs", plan.configs())
                .setParameter("rankings", plan.all())
                .setParameter("most", most);
        List<Match> found = matches(bind(query, plan, filter, conditions), true);
        return Ranking.of(found, found.size() < most);
    }

    /** What has some of the words that are asked for, without what has all of them: one statement. */
    List<Match> any(Plan plan, ArticleFilter filter, Ranking exact) {
        List<Plan.Piece> pieces = plan.pieces();
        if (pieces.isEmpty()) {
            return List.of();
        }
        ArticleConditions conditions = new ArticleConditions(filter);
        String newest = newest("word.finding", filter, conditions, ":most");
        NativeQuery<Object[]> query = session.createNativeQuery(
                        ANY.formatted(newest, FRESHNESS.formatted("candidate")), Object[].class)
                .setParameter(
                        "findings", pieces.stream().map(Plan.Piece::finding).toArray(String[]::new))
                .setParameter(
                        "rankings", pieces.stream().map(Plan.Piece::ranking).toArray(String[]::new))
                .setParameter("articles", plan.articles())
                .setParameter("span", plan.span())
                .setParameter(
                        "exact", exact.matches().stream().map(Match::article).toArray(UUID[]::new))
                .setParameter("most", Math.max(LEAST_FOR_A_WORD, MOST / pieces.size()));
        return matches(bind(query, plan, filter, conditions), false);
    }

    /** The newest articles that a query finds and a filter lets through. The index knows most of what filters ask for. */
    private static String newest(String query, ArticleFilter filter, ArticleConditions conditions, String most) {
        StringBuilder narrowed = new StringBuilder(query);
        for (ArticleConditions.Wanted wanted : conditions.wanted()) {
            narrowed.append("""
                     && coalesce((select cast(string_agg('''=%s' || named.id || '''', '|') as tsquery) from (%s) named), '''=''')""".formatted(wanted.kind().charAt(0), wanted.ids()));
        }
        if (filter.lang() != null) {
            narrowed.append(" && cast('''=l' || :lang || '''' as tsquery)");
        }
        if (filter.type() != null && TYPE.matcher(filter.type()).matches()) {
            narrowed.append(" && cast('''=k' || :type || '''' as tsquery)");
        }
        return NEWEST.formatted(narrowed, conditions.where(), most);
    }

    private static NativeQuery<Object[]> bind(
            NativeQuery<Object[]> query, Plan plan, ArticleFilter filter, ArticleConditions conditions) {
        Map<String, Object> bindings = new HashMap<>(conditions.bindings());
        bindings.put("newest", plan.newest());
        bindings.put("days", days(plan, filter).toArray(String[]::new));
        bindings.forEach(query::setParameter);
        return query;
    }

    private static List<String> days(Plan plan, ArticleFilter filter) {
        Instant newest = Stream.of(plan.newest(), or(filter.publishedBefore(), Instant.MAX))
                .min(Instant::compareTo)
                .orElseThrow();
        Instant oldest = Stream.of(plan.oldest(), or(filter.publishedAfter(), Instant.MIN))
                .max(Instant::compareTo)
                .orElseThrow();
        return Days.from(newest, oldest);
    }

    private static Instant or(Instant given, Instant otherwise) {
        return given == null ? otherwise : given;
    }

    private static List<Match> matches(NativeQuery<Object[]> query, boolean exact) {
        return query.getResultList().stream()
                .map(row -> new Match((UUID) row[0], (UUID) row[1], (Double) row[2], exact))
                .sorted(Match.ORDER)
                .toList();
    }
}
