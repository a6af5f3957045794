package press.broadsheet.welcome;

import java.util.Locale;

/**
 * Where one can go from the landing page and the index of the API, in this order. The one place to add what is new; only what
 * exists stands here, which a test tries.
 */
enum Entrance {
    ARTICLES("/v1/articles", "Published articles, filtered and paged"),
    SECTIONS("/v1/sections", "The tree that articles stand in"),
    TAGS("/v1/tags", "What articles are about: people, places, topics"),
    AUTHORS("/v1/authors", "Who writes"),
    COLLECTIONS("/v1/collections", "Lists that editors order by hand"),
    RANKINGS("/v1/rankings", "Most viewed, most liked, trending"),
    RECOMMENDATIONS("/v1/recommendations", "What to read next, without an account"),
    CHANGES("/v1/changes", "Everything that changed, in order, to keep a copy in step"),
    FEEDS("/feeds/latest.rss", "The newest as RSS; also as .atom and .json, of a section, a tag, a ranking, a search"),
    SITEMAP("/sitemap.xml", "What crawlers are told"),
    SITE("/v1/site", "Name, language, time zone and reactions of the site"),
    OPENAPI("/openapi", "The OpenAPI document, from which clients are generated"),
    DOCUMENTATION("/docs", "The same as pages that can call the API"),
    DEMO("/demo", "A reader’s page, made from one request"),
    PROBLEMS("/problems", "Every error with its cause and remedy"),
    HEALTH("/q/health/ready", "Whether this server can answer"),
    METRICS("/q/metrics", "What it does, for Prometheus");

    private final String path;
    private final String summary;

    Entrance(String path, String summary) {
        this.path = path;
        this.summary = summary;
    }

    /** Its name in the index. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String path() {
        return path;
    }

    /** What is there, in half a sentence; public, as templates ask it. */
    public String summary() {
        return summary;
    }
}
