package press.broadsheet.sitemap;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import press.broadsheet.sitemap.MonthSitemap.Page;
import press.broadsheet.sitemap.NewsSitemap.News;

/**
 * Answers what crawlers ask about the articles that readers may see. Nothing costs more in a larger archive: the months are found by
 * one look into an index for each, and the rest reads one month or two days. An article that stood elsewhere first is left out: of
 * two addresses of one text crawlers want that one.
 */
@ApplicationScoped
class SitemapRepository {
    /** What the protocol allows in a file. */
    private static final int MOST_PAGES = 50_000;

    /** What Google allows in a file of news. */
    private static final int MOST_NEWS = 1_000;

    private static final String OWN = "(a.canonical_url is null or a.canonical_url = :site || s.path || '/' || a.slug)";

    private final Session session;

    SitemapRepository(Session session) {
        this.session = session;
    }

    /** The months in which articles were published, the latest first: one statement. */
    List<YearMonth> months() {
        return session.createNativeQuery("""
                        with recursive month (start) as (
                            select date_trunc('month', max(published_at), 'UTC') from published_article
                            union all
                            select (select date_trunc('month', max(a.published_at), 'UTC')
                                    from published_article a where a.published_at < month.start)
                            from month where month.start is not null)
                        select start from month where start is not null""", Instant.class).getResultList().stream()
                .map(start -> YearMonth.from(start.atOffset(ZoneOffset.UTC)))
                .toList();
    }

    /** The pages of the articles of a month, the newest first, 50,000 at most: one statement. */
    List<Page> pagesOf(YearMonth month, String site) {
        return session
                .createNativeQuery("""
                        select s.path || '/' || a.slug, greatest(a.updated_at, a.published_at)
                        from published_article a join section s on s.id = a.section_id
                        where a.published_at >= :from and a.published_at < :until and %s
                        order by a.published_at desc, a.id desc
                        limit :most""".formatted(OWN), Object[].class)
                .setParameter("from", startOf(month))
                .setParameter("until", startOf(month.plusMonths(1)))
                .setParameter("site", site)
                .setParameter("most", MOST_PAGES)
                .getResultList()
                .stream()
                .map(row -> new Page((String) row[0], (Instant) row[1]))
                .toList();
    }

    /** The pages of the articles of the last two days, the newest first, 1,000 at most: one statement. */
    List<News> news(String site) {
        return session
                .createNativeQuery("""
                        select s.path || '/' || a.slug, a.title, a.lang, a.published_at
                        from published_article a join section s on s.id = a.section_id
                        where a.published_at > reading_instant() - interval '2 days' and %s
                        order by a.published_at desc, a.id desc
                        limit :most""".formatted(OWN), Object[].class)
                .setParameter("site", site)
                .setParameter("most", MOST_NEWS)
                .getResultList()
                .stream()
                .map(row -> new News((String) row[0], (String) row[1], (String) row[2], (Instant) row[3]))
                .toList();
    }

    private static Instant startOf(YearMonth month) {
        return month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
