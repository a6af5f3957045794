package press.broadsheet.problem;

import java.util.Arrays;
import java.util.Optional;

/**
 * The closed catalogue of problems. A problem's {@code type} is the address of a page about it, {@code /problems/{slug}},
 * and that page is written from {@link #title()}, {@link #cause()} and {@link #remedy()}.
 *
 * <p>Slugs are part of the contract and never change; a new kind of problem is a new constant.
 */
public enum ProblemType {
    MALFORMED_REQUEST(
            "malformed-request",
            400,
            "Malformed request",
            "The request cannot be read: its first line, its path or its encoding is broken, or the body is not"
                    + " well-formed JSON (RFC 8259, RFC 7493): a syntax error, a name twice in one object, text that is not"
                    + " UTF-8, or a number beyond the range of a double.",
            "Correct what `detail` names. Sending the same bytes again gives the same answer."),
    INVALID_PARAMETERS(
            "invalid-parameters",
            400,
            "Invalid request parameters",
            "A parameter or a header is unknown, stands there twice, or has a value that is not allowed. Parameters are a"
                    + " closed list, so that a misspelt one is an error and not a wrong answer.",
            "Each entry of `errors` names the parameter or header and what it may be."),
    NOT_AUTHENTICATED(
            "not-authenticated",
            401,
            "Not authenticated",
            "The request carries no credentials, or credentials that are unknown, expired or revoked.",
            "Send `Authorization: Bearer <key>` with an API key that is in force."),
    NOT_ALLOWED(
            "not-allowed",
            403,
            "Not allowed",
            "The API key is in force, but its role does not allow this.",
            "Use a key with the role that the API description names for this operation."),
    NOT_FOUND(
            "not-found",
            404,
            "Not found",
            "There is nothing at this address, or nothing that may be seen.",
            "Check the spelling of the path: it has no trailing slash, no empty segment and no `;` in it. An unpublished"
                    + " article and one that never was give the same answer."),
    METHOD_NOT_ALLOWED(
            "method-not-allowed",
            405,
            "Method not allowed",
            "The address exists, but not for this method.",
            "The header `Allow` names the methods that this address has."),
    NOT_ACCEPTABLE(
            "not-acceptable",
            406,
            "Not acceptable",
            "The header `Accept` rules out every form in which this address can answer.",
            "Leave `Accept` out, or name `application/json`."),
    CONFLICT(
            "conflict",
            409,
            "Conflict",
            "The request contradicts what is stored: a value that must be unique is taken, or something that is still in"
                    + " use would be removed.",
            "Read the present state, then send a request that fits it."),
    GONE(
            "gone",
            410,
            "Gone",
            "What stood at this address was withdrawn and will not come back.",
            "Remove links to it."),
    VERSION_MISMATCH(
            "version-mismatch",
            412,
            "Version mismatch",
            "What is to be changed was changed by somebody else since it was read: `If-Match` names an older version.",
            "Read it again, apply the change to that, and send it with the new `ETag` in `If-Match`."),
    BODY_TOO_LARGE(
            "body-too-large",
            413,
            "Body too large",
            "The body is larger than this address takes.",
            "Send less, or send it in parts."),
    URL_TOO_LONG(
            "url-too-long",
            414,
            "URL too long",
            "The first line of the request is longer than 8 KiB.",
            "Ask for fewer ids at a time, and page through the rest."),
    UNSUPPORTED_MEDIA_TYPE(
            "unsupported-media-type",
            415,
            "Unsupported media type",
            "The body is of a type, a charset or a content encoding that this address does not read, or says no type.",
            "Send `Content-Type: application/json`, in UTF-8 and not compressed, unless `Accept-Post` or `Accept-Patch`"
                    + " of this answer names another type."),
    INVALID_CONTENT(
            "invalid-content",
            422,
            "Invalid content",
            "The body is well-formed, but breaks a rule: a field is unknown, read-only, missing, of the wrong type or out"
                    + " of its bounds.",
            "Each entry of `errors` names the field as a JSON pointer (RFC 6901), and the rule."),
    PRECONDITION_REQUIRED(
            "precondition-required",
            428,
            "Precondition required",
            "A change must say which version it is made to, so that two editors cannot overwrite each other unawares.",
            "Read the resource and send its `ETag` in `If-Match`."),
    RATE_LIMITED(
            "rate-limited",
            429,
            "Too many requests",
            "More requests came from this client, or with this key, than the limit allows.",
            "Wait as many seconds as `Retry-After` says."),
    HEADERS_TOO_LARGE(
            "headers-too-large",
            431,
            "Headers too large",
            "The headers of the request together are larger than 16 KiB.",
            "Send fewer headers or shorter ones; cookies are not needed here."),
    INTERNAL_ERROR(
            "internal-error",
            500,
            "Internal error",
            "The server made a mistake. It was recorded under the `requestId` of this answer.",
            "Try again once. If it stays, tell the operator the `requestId`."),
    NOT_IMPLEMENTED(
            "not-implemented",
            501,
            "Not implemented",
            "No address of this server knows the method of the request.",
            "Use GET, HEAD, OPTIONS, POST, PUT, PATCH or DELETE."),
    UNAVAILABLE(
            "unavailable",
            503,
            "Temporarily unavailable",
            "The server cannot answer this at the moment: its database is down, busy or starting.",
            "Try again after as many seconds as `Retry-After` says."),
    INSUFFICIENT_STORAGE(
            "insufficient-storage",
            507,
            "Insufficient storage",
            "The database has no room left for what should be stored. Nothing was stored.",
            "Tell the operator; reading goes on as before.");

    private final String slug;
    private final int status;
    private final String title;
    private final String cause;
    private final String remedy;

    ProblemType(String slug, int status, String title, String cause, String remedy) {
        this.slug = slug;
        this.status = status;
        this.title = title;
        this.cause = cause;
        this.remedy = remedy;
    }

    /** The name in the problem's {@code code} and at the end of its {@code type}. */
    public String slug() {
        return slug;
    }

    /** The HTTP status that goes with it. */
    public int status() {
        return status;
    }

    /** A few words, the same for every occurrence. */
    public String title() {
        return title;
    }

    /** What led to it, for the page about it; Markdown code spans, no other markup. */
    public String cause() {
        return cause;
    }

    /** What the client can do, for the page about it; Markdown code spans, no other markup. */
    public String remedy() {
        return remedy;
    }

    /** The problem with this slug, for the page about it. */
    public static Optional<ProblemType> withSlug(String slug) {
        return Arrays.stream(values()).filter(type -> type.slug.equals(slug)).findFirst();
    }

    /** The nearest thing to an HTTP status that was chosen elsewhere, by the web framework for instance. */
    static ProblemType ofStatus(int status) {
        return Arrays.stream(values())
                .filter(type -> type.status == status)
                .findFirst()
                .orElse(status >= 400 && status < 500 ? MALFORMED_REQUEST : INTERNAL_ERROR);
    }
}
