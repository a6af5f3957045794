package press.broadsheet.caching;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;

/**
 * What a client has already, as {@code If-None-Match} and {@code If-Modified-Since} say it (RFC 9110, 13.1). Entity tags
 * have precedence and are compared weakly. The coding of what a client has does not count: whoever has the bytes in one
 * coding knows the state. (JAX-RS' own {@code Request.evaluatePreconditions} compares strongly, and splits at any comma.)
 *
 * @param any whether {@code If-None-Match} is {@code *}
 * @param tags the entity tags without their quotes and marks; null without {@code If-None-Match}
 * @param since null with {@code If-None-Match}
 */
record Condition(boolean any, List<String> tags, Instant since) {
    private static final Pattern ENTITY_TAG = Pattern.compile("\"([\\x21\\x23-\\x7E\\x80-\\xFF]*?)(?:-gzip)?\"");

    /** RFC 9110, 5.6.7: the one that is sent today, and the two obsolete ones that must be understood. */
    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.RFC_1123_DATE_TIME,
            DateTimeFormatter.ofPattern("EEEE, dd-MMM-yy HH:mm:ss zzz", Locale.ENGLISH),
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC));

    /** Empty if the client has nothing. */
    static Optional<Condition> of(ContainerRequestContext request, Instant now) {
        String ifNoneMatch = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        String ifModifiedSince = request.getHeaderString(HttpHeaders.IF_MODIFIED_SINCE);
        if (ifNoneMatch != null) {
            return Optional.of(new Condition(ifNoneMatch.strip().equals("*"), tags(ifNoneMatch), null));
        }
        return Optional.ofNullable(ifModifiedSince)
                .flatMap(Condition::date)
                .filter(since -> !since.isAfter(now))
                .map(since -> new Condition(false, null, since));
    }

    /** Whether the client has this state already: the answer is 304. */
    boolean isMetBy(Validator validator) {
        return tags == null ? !validator.lastModified().isAfter(since) : any || tags.contains(validator.tag());
    }

    private static List<String> tags(String header) {
        return ENTITY_TAG.matcher(header).results().map(tag -> tag.group(1)).toList();
    }

    private static Optional<Instant> date(String header) {
        for (DateTimeFormatter format : DATES) {
            try {
                return Optional.of(format.parse(header, Instant::from));
            } catch (DateTimeException other) {
                // The next format may fit; a header that is no date is ignored.
            }
        }
        return Optional.empty();
    }
}
