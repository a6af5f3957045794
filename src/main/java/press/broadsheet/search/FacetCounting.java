package press.broadsheet.search;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import press.broadsheet.search.Facets.Bucket;

/** Counts what matches have in common: one statement for all that is asked for. */
@ApplicationScoped
class FacetCounting {
    /** Of each facet the largest. */
    private static final int BUCKETS = 10;

    /** Each counts those of {@code matching} that have one value. */
    private enum Facet {
        SECTION("s.slug, s.name, count(*) from matching a join section s on s.id = a.section_id"),
        TAG(
                "t.slug, t.name, count(*) from matching a join article_tag l on l.article_id = a.id join tag t on t.id = l.tag_id"),
        AUTHOR("w.slug, w.name, count(*) from matching a join article_author l on l.article_id = a.id"
                + " join author w on w.id = l.author_id"),
        YEAR("y, y, count(*) from matching a, to_char(a.published_at at time zone 'UTC', 'FMYYYY') y");

        private final String counts;

        Facet(String counts) {
            this.counts = counts;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        String sql() {
            return "(select '%s', %s group by 2, 3 order by 4 desc, 2 limit %d)".formatted(code(), counts, BUCKETS);
        }
    }

    private final Session session;

    FacetCounting(Session session) {
        this.session = session;
    }

    /** The facets of some articles, of those that readers can still see; null if none are wanted. */
    Facets of(List<Match> matches, Set<String> wanted) {
        if (wanted.isEmpty()) {
            return null;
        }
        String counts = Arrays.stream(Facet.values())
                .filter(facet -> wanted.contains(facet.code()))
                .map(Facet::sql)
                .collect(Collectors.joining(" union all "));
        Map<String, List<Bucket>> facets = session
                .createNativeQuery(
                        "with matching as materialized (select id, section_id, published_at from published_article where id = any(:ids)) "
                                + counts,
                        Object[].class)
                .setParameter("ids", matches.stream().map(Match::article).toArray(UUID[]::new))
                .getResultList()
                .stream()
                .collect(Collectors.groupingBy(
                        row -> (String) row[0],
                        Collectors.mapping(
                                row -> new Bucket((String) row[1], (String) row[2], ((Long) row[3]).intValue()),
                                Collectors.toList())));
        return new Facets(
                asked(Facet.SECTION, wanted, facets),
                asked(Facet.TAG, wanted, facets),
                asked(Facet.AUTHOR, wanted, facets),
                asked(Facet.YEAR, wanted, facets));
    }

    private static List<Bucket> asked(Facet facet, Set<String> wanted, Map<String, List<Bucket>> facets) {
        return wanted.contains(facet.code()) ? facets.getOrDefault(facet.code(), List.of()) : null;
    }
}
