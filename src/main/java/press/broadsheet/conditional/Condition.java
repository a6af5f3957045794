package press.broadsheet.conditional;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import press.broadsheet.problem.HttpDate;

/**
 * What a client has already, as {@code If-None-Match} and {@code If-Modified-Since} say it (RFC 9110, 13.1). Entity tags
 * have precedence and are compared weakly. The coding of what a client has does not count: whoever has the bytes in one
 * coding knows the state. (JAX-RS' own {@code Request.evaluatePreconditions} compares strongly, and splits at any comma.)
 *
 * @param any whether {@code If-None-Match} is {@code *}
 * @param tags the entity tags without their quotes and marks; null without {@code If-None-Match}
 * @param since null with {@code If-None-Match}
 */
public record Condition(boolean any, List<String> tags, Instant since) {
    private static final Pattern ENTITY_TAG = Pattern.compile("\"([\\x21\\x23-\\x7E\\x80-\\xFF]*?)(?:-gzip)?\"");

    /**
     * Empty if the client has nothing.
     *
     * @param ifNoneMatch the header's value, its lines joined by commas; null if it was not sent
     * @param ifModifiedSince null if it was not sent
     */
    public static Optional<Condition> of(String ifNoneMatch, String ifModifiedSince, Instant now) {
        if (ifNoneMatch != null) {
            return Optional.of(new Condition(ifNoneMatch.strip().equals("*"), tags(ifNoneMatch), null));
        }
        return Optional.ofNullable(ifModifiedSince)
                .flatMap(HttpDate::read)
                .filter(since -> !since.isAfter(now))
                .map(since -> new Condition(false, null, since));
    }

    /** Whether the client has this state already: the answer is 304. */
    public boolean isMetBy(Validator validator) {
        return tags == null ? !validator.lastModified().isAfter(since) : any || tags.contains(validator.tag());
    }

    private static List<String> tags(String header) {
        return ENTITY_TAG.matcher(header).results().map(tag -> tag.group(1)).toList();
    }
}
