package press.broadsheet.preview;

import java.util.Optional;
import java.util.Set;

/**
 * An address under {@code /v1/previews}: a token, and what is asked of it.
 *
 * @param rest what stands behind the token, with a slash before it
 */
record PreviewAddress(PreviewToken token, String rest) {
    /** What stands behind the token of an article. */
    static final String ARTICLE = "/article";

    private static final String ROOT = "/v1/previews/";
    private static final String API = "/v1/";

    /**
     * The parts of the API that show the site as of an instant. Not among them: management, the changes, which are a
     * history and not a state, and previews.
     */
    private static final Set<String> SITE = Set.of(
            "articles",
            "authors",
            "collections",
            "counters",
            "rankings",
            "recommendations",
            "resolve",
            "search",
            "sections",
            "site",
            "tags");

    /** Whether a path belongs to previews, well-formed or not. */
    static boolean isOne(String path) {
        return path.startsWith(ROOT);
    }

    /** @param path as it stands in the request, still percent-encoded */
    static Optional<PreviewAddress> of(String path) {
        int end = isOne(path) ? path.indexOf('/', ROOT.length()) : -1;
        return end < 0
                ? Optional.empty()
                : PreviewToken.parse(path.substring(ROOT.length(), end))
                        .map(token -> new PreviewAddress(token, path.substring(end)));
    }

    /** The path under which a token opens what it names; it begins paths of the API where that is the site. */
    static String of(PreviewToken token) {
        return ROOT + token.text();
    }

    /** Whether it asks for the token's article. */
    boolean isArticle() {
        return rest.equals(ARTICLE);
    }

    /** Whether it asks for something that the public API shows, and that depends on the instant. */
    boolean isSite() {
        return rest.startsWith(API)
                && SITE.contains(rest.substring(API.length()).split("/", 2)[0]);
    }

    /** Without the secret, as {@link PreviewToken#toString()}. */
    @Override
    public String toString() {
        return token + " for " + rest;
    }
}
