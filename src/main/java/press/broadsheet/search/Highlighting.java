package press.broadsheet.search;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import press.broadsheet.question.Plan;

/**
 * Marks in articles what a question finds: one statement for a page. The database sets marks that no text has, since they are taken
 * out of texts before; everything is escaped, then they become HTML. So nothing of a text can become markup.
 */
@ApplicationScoped
class Highlighting {
    /** Private use characters: begin and end of a mark, and what parts fragments. */
    private static final String BEGIN = "\uE000";

    private static final String END = "\uE001";
    private static final String BETWEEN = "\uE002";

    private static final String MARKED = """
            select a.id,
                   ts_headline(reading.config, translate(a.title, :marks, ''), reading.query, :whole),
                   ts_headline(reading.config, translate(a.summary, :marks, ''), reading.query, :whole),
                   ts_headline(reading.config, translate(left(b.text, 50000), :marks, ''), reading.query, :fragments)
            from published_article a
            join article_search s on s.article_id = a.id
            join article_body b on b.article_id = a.id
            join (select config, cast('public.search_' || config as regconfig), cast(whole as tsquery), cast(part as tsquery)
                  from unnest(cast(:configs as text[]), cast(:all as text[]), cast(:any as text[])) given (config, whole, part))
                 known (name, config, whole, part) on known.name = s.config
            cross join lateral (
                select known.config, case when a.id = any(:exact) then known.whole else known.part end) reading (config, query)
            where a.id = any(:ids)""";

    private static final String SELECTION = "StartSel=\"" + BEGIN + "\", StopSel=\"" + END + "\"";
    private static final String WHOLE = SELECTION + ", HighlightAll=true";
    private static final String FRAGMENTS =
            SELECTION + ", MaxFragments=3, MinWords=12, MaxWords=30, FragmentDelimiter=\"" + BETWEEN + "\"";

    private final Session session;

    Highlighting(Session session) {
        this.session = session;
    }

    /** The marks in some articles, by id; those that readers can't see any more are not among them. */
    Map<UUID, Highlight> of(List<Match> matches, Plan plan) {
        return session
                .createNativeQuery(MARKED, Object[].class)
                .setParameter("marks", BEGIN + END + BETWEEN)
                .setParameter("whole", WHOLE)
                .setParameter("fragments", FRAGMENTS)
                .setParameter("configs", plan.configs())
                .setParameter("all", plan.all())
                .setParameter("any", plan.any())
                .setParameter(
                        "exact",
                        matches.stream()
                                .filter(Match::exact)
                                .map(Match::article)
                                .toArray(UUID[]::new))
                .setParameter("ids", matches.stream().map(Match::article).toArray(UUID[]::new))
                .getResultList()
                .stream()
                .collect(Collectors.toMap(
                        row -> (UUID) row[0],
                        row -> new Highlight(
                                html((String) row[1]), html((String) row[2]), fragments((String) row[3]))));
    }

    /** Without those that have no mark: of a text without a match the database shows the beginning. */
    private static List<String> fragments(String marked) {
        return Arrays.stream(marked.split(BETWEEN, -1))
                .filter(fragment -> fragment.contains(BEGIN))
                .map(Highlighting::html)
                .toList();
    }

    private static String html(String marked) {
        return marked == null
                ? null
                : marked.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;")
                        .replace("'", "&#39;")
                        .replace(BEGIN, "<mark>")
                        .replace(END, "</mark>")
                        .strip();
    }
}
