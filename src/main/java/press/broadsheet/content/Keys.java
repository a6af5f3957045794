package press.broadsheet.content;

import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;

/**
 * The names by which an answer says what it was made of, and a change says what it touches. An answer is stale as soon as
 * one of its keys changed. The same names go out as {@code Surrogate-Key} and {@code Cache-Tag}.
 */
public final class Keys {
    /** The site's settings; every address in an answer is made of them. */
    public static final String SITE = "site";
    /** The tree of sections. */
    public static final String SECTIONS = "sections";
    /** Any list of tags. */
    public static final String TAGS = "tags";
    /** Any list of authors. */
    public static final String AUTHORS = "authors";
    /** Any list of collections. */
    public static final String COLLECTIONS = "collections";
    /** A list over all articles. */
    public static final String ARTICLES = "list-articles";
    /** Any list of articles: changes where a name changes that cards show, of a section, a tag or an author. */
    public static final String CARDS = "cards";

    /** The list of what changed for readers. */
    public static final String CHANGES = "changes";

    private static final String TAGGED = "list-tag-";
    private static final String API_KEY = "key-";

    private Keys() {}

    public static String article(UUID id) {
        return "article-" + id;
    }

    public static String section(UUID id) {
        return "section-" + id;
    }

    public static String tag(UUID id) {
        return "tag-" + id;
    }

    public static String author(UUID id) {
        return "author-" + id;
    }

    public static String collection(UUID id) {
        return "collection-" + id;
    }

    /** The articles of a section and of those below it. */
    public static String articlesIn(UUID section) {
        return "list-section-" + section;
    }

    public static String articlesTagged(UUID tag) {
        return TAGGED + tag;
    }

    /** The tag whose list of articles a key names; empty for any other key. */
    public static Optional<UUID> tagOf(String key) {
        return key.startsWith(TAGGED) ? Ids.parse(key.substring(TAGGED.length())) : Optional.empty();
    }

    public static String articlesBy(UUID author) {
        return "list-author-" + author;
    }

    /** The articles that are published in a month, of UTC. */
    public static String articlesOf(YearMonth month) {
        return "list-month-" + month;
    }

    /** An API key; no answer is made of it, but every node knows it. */
    public static String apiKey(String keyId) {
        return API_KEY + keyId;
    }

    /** The id of the API key that a key names; empty for any other key. */
    public static Optional<String> apiKeyOf(String key) {
        return key.startsWith(API_KEY) ? Optional.of(key.substring(API_KEY.length())) : Optional.empty();
    }
}
