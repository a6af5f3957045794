package press.broadsheet.limits;

import java.time.Duration;

import io.github.bucket4j.ConsumptionProbe;
import io.vertx.core.MultiMap;
import press.broadsheet.problem.ProblemException;
import press.broadsheet.problem.ProblemType;

/** How one request stands against a limit. Its headers are those of draft-ietf-httpapi-ratelimit-headers-10. */
record Allowance(Limit limit, int quota, ConsumptionProbe probe) {
    private static final long NANOS = Duration.ofSeconds(1).toNanos();

    boolean isGranted() {
        return probe.isConsumed();
    }

    /** Says in the head of an answer what the limit is and what is left of it. Only for answers that no cache keeps. */
    void tell(MultiMap headers) {
        headers.set("RateLimit-Policy", "\"%s\";q=%d;w=60".formatted(limit.code(), quota));
        headers.set(
                "RateLimit",
                "\"%s\";r=%d;t=%d"
                        .formatted(limit.code(), probe.getRemainingTokens(), seconds(probe.getNanosToWaitForReset())));
    }

    /** The answer to a request that is one too many. */
    ProblemException refusal() {
        return ProblemException.of(
                        ProblemType.RATE_LIMITED,
                        "More than %d a minute came %s."
                                .formatted(quota, limit == Limit.KEY ? "with this key" : "from here"))
                .retryAfter(Duration.ofSeconds(seconds(probe.getNanosToWaitForRefill())));
    }

    private static long seconds(long nanos) {
        return (nanos + NANOS - 1) / NANOS;
    }
}
