package press.broadsheet.caching;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.ws.rs.core.HttpHeaders;

import io.vertx.core.buffer.Buffer;
import press.broadsheet.conditional.Coding;
import press.broadsheet.conditional.Validator;
import press.broadsheet.problem.HttpDate;

/**
 * A public answer as it goes over the wire, in each coding; the bytes are shared by all who are sent it, and nobody writes to
 * them.
 *
 * @param describing the headers that say what the body is, which a 304 does not repeat
 * @param lasting the headers for caches that are the same whenever it is sent
 * @param lastModified the validator's date, as the header has it
 * @param at when it was made
 */
record KeptAnswer(
        Load load,
        Validator validator,
        Map<String, String> describing,
        Map<String, String> lasting,
        String lastModified,
        Buffer body,
        Buffer zipped,
        Instant at) {
    /** After so long, what nothing has called stale is loaded again all the same. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** So many milliseconds earlier at most. */
    private static final int SPREAD = 60_000;

    /** What an object takes besides its text, on average. */
    private static final int BYTES_PER_OBJECT = 56;

    /** Two codings, two lists of keys, and what holds them together. */
    private static final int OBJECTS = 30;

    private static final String NO_TYPE = "none/none";

    private static final Set<String> DESCRIBING =
            Set.of("content-type", "content-language", "content-disposition", "link");

    /** Those that each answer gets anew. */
    private static final Set<String> OF_EACH = Set.of("server-timing", "content-length", "content-encoding");

    /** @param headers all that the answer has so far; those that do not describe the body are left out */
    static KeptAnswer of(Load load, Validator validator, Map<String, List<String>> headers, byte[] body, Instant at) {
        return new KeptAnswer(
                load,
                validator,
                describing(headers),
                CacheHeaders.lasting(validator),
                HttpDate.of(validator.lastModified()),
                Buffer.buffer(body),
                Buffer.buffer(Coding.GZIP.encode(body)),
                at);
    }

    private static Map<String, String> describing(Map<String, List<String>> headers) {
        Map<String, String> describing = new LinkedHashMap<>();
        headers.forEach((name, values) -> {
            if (DESCRIBING.contains(name.toLowerCase(Locale.ROOT))) {
                describing.put(name, String.join(", ", values));
            }
        });
        return describing;
    }

    /**
     * Whether an answer with these headers may be kept: not if there is one among them of which nobody knows that it is meant for
     * all, such as a cookie, another {@code Vary}, its own {@code Cache-Control}; nor if it does not say what the body is.
     */
    static boolean isForAll(Map<String, List<String>> headers) {
        return headers.containsKey(HttpHeaders.CONTENT_TYPE)
                && headers.keySet().stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .allMatch(name -> DESCRIBING.contains(name) || OF_EACH.contains(name));
    }

    /**
     * For how long it is the answer if nothing is heard of a change: its own seconds, or four to five minutes, so that what was loaded
     * at the same time, after a change that touched everything, is not loaded again at the same time.
     */
    Duration longest() {
        return load.policy()
                .believed()
                .orElseGet(
                        () -> LONGEST.minusMillis(Math.floorMod(load.request().hashCode(), SPREAD)));
    }

    /**
     * How old it is, if that matters to caches: what was compared with the changes just now is new (RFC 9111, 5.1), but not what
     * nobody announces changes of, and not what is past its time.
     */
    Optional<Duration> age(Instant now) {
        Duration age = Duration.between(at, now);
        return load.policy().believed().isPresent() || age.compareTo(longest()) >= 0
                ? Optional.of(age)
                : Optional.empty();
    }

    Buffer body(Coding coding) {
        return coding == Coding.GZIP ? zipped : body;
    }

    /** Whether a client takes its type, as far as that is plain. */
    boolean isTakenBy(String accept) {
        return isTaken(accept, describing.getOrDefault(HttpHeaders.CONTENT_TYPE, NO_TYPE));
    }

    /**
     * Whether an {@code Accept} header plainly takes a media type, whose parameters do not count. Refusals with {@code q=0} were
     * looked at before, and everything else is for the REST stack to judge.
     *
     * @param accept null without one
     */
    static boolean isTaken(String accept, String type) {
        return accept == null || accept.contains("*/*") || accept.contains(type.split(";", 2)[0]);
    }

    /** What it takes in memory, about. */
    int bytes() {
        long bytes = body.length() + zipped.length() + load.request().length() + (long) BYTES_PER_OBJECT * OBJECTS;
        for (String key : validator.keys()) {
            // In the list, and in two headers.
            bytes += 3L * key.length() + BYTES_PER_OBJECT;
        }
        return (int) Math.min(bytes, Integer.MAX_VALUE);
    }
}
