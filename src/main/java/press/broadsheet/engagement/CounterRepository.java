package press.broadsheet.engagement;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import press.broadsheet.site.CurrentSite;
import press.broadsheet.site.Site;

/** Answers questions about views and reactions. */
@ApplicationScoped
public class CounterRepository {
    /** Marks the row of views among those of reactions; no kind of reaction can be called that. */
    private static final String VIEWS = "";

    private final Session session;
    private final CurrentSite site;

    CounterRepository(Session session, CurrentSite site) {
        this.session = session;
        this.site = site;
    }

    /** The counters of an article; zeros for one that nobody has read. */
    public Counters of(UUID article) {
        return of(List.of(article)).get(0);
    }

    /** The counters of some articles, in their order: one statement, of which every row says when it ran. */
    public List<Counters> of(Collection<UUID> articles) {
        List<Object[]> rows = session.createNativeQuery("""
                        select article_id, '' as kind, views, now() from article_view_total where article_id = any(:ids)
                        union all
                        select article_id, kind, cast(sum(reactions) as bigint), now()
                        from (select article_id, kind, reactions from reaction_total where article_id = any(:ids)
                              union all
                              select article_id, kind, change from reaction_change where article_id = any(:ids)) counted
                        group by 1, 2
                        union all
                        select null, null, null, now()""", Object[].class)
                .setParameter("ids", articles.toArray(UUID[]::new))
                .getResultList();
        Instant asOf = (Instant) rows.get(0)[3];
        Map<UUID, Map<String, Long>> counts = rows.stream()
                .filter(row -> row[0] != null)
                .collect(Collectors.groupingBy(
                        row -> (UUID) row[0],
                        Collectors.toMap(row -> (String) row[1], row -> ((Number) row[2]).longValue())));
        Site settings = site.settings();
        return articles.stream()
                .map(article -> of(article, counts.getOrDefault(article, new HashMap<>()), settings, asOf))
                .toList();
    }

    private static Counters of(UUID article, Map<String, Long> counts, Site settings, Instant asOf) {
        return Counters.of(article, counts.getOrDefault(VIEWS, 0L), counts, settings, asOf);
    }
}
