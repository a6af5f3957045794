package press.broadsheet.html;

/** What a page may load and do (W3C Content Security Policy 3). None may run a script that stands in it. */
public enum ContentPolicy {
    /** Text with a style sheet. */
    PLAIN("style-src 'self'; img-src 'self' data:"),

    /**
     * Calls the API, and shows pictures that may stand anywhere. Text becomes markup in one place, which has a name (W3C Trusted
     * Types): everywhere else browsers refuse it.
     */
    READER("style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' https: data:;"
            + " require-trusted-types-for 'script'; trusted-types article-body"),

    /** Swagger UI sets styles on its elements and draws its icons from data. */
    DOCUMENTATION("style-src 'self' 'unsafe-inline'; script-src 'self'; connect-src 'self'; img-src 'self' data:");

    private static final String LEAST =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; ";

    private final String allowed;

    ContentPolicy(String allowed) {
        this.allowed = allowed;
    }

    /** The value of the header {@code Content-Security-Policy}. */
    String header() {
        return LEAST + allowed;
    }
}
