package press.broadsheet.outbound;

import java.time.Duration;

/**
 * What came of a request.
 *
 * @param status the HTTP status; null if none came
 * @param failure why none came; null if one did
 * @param retryAfter how long the receiver asks to be left alone, by {@code Retry-After} in seconds; null if it doesn't
 */
public record Answer(Integer status, Failure failure, Duration retryAfter) {
    /** Why there is no answer. */
    public enum Failure {
        /** The host has no address. */
        UNRESOLVED,
        /** An address of the host is one that may not be reached. */
        FORBIDDEN_ADDRESS,
        /** Nothing listens there, or the connection broke. */
        CONNECTION,
        /** The certificate is not the host's, or not trusted. */
        TLS,
        /** It was not all there in time. */
        TIMEOUT,
        /** This server failed before it sent anything. */
        INTERNAL
    }

    static Answer of(int status, Duration retryAfter) {
        return new Answer(status, null, retryAfter);
    }

    /** None came. */
    public static Answer none(Failure failure) {
        return new Answer(null, failure, null);
    }

    /** Whether the receiver took what was sent. */
    public boolean isSuccess() {
        return status != null && status >= 200 && status < 300;
    }
}
