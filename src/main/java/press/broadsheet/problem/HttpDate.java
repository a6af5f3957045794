package press.broadsheet.problem;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Instants as headers have them, in whole seconds (RFC 9110, 5.6.7). */
public final class HttpDate {
    /** Java's own format of RFC 1123 writes days below ten with one digit. */
    private static final DateTimeFormatter WRITTEN = format("EEE, dd MMM yyyy HH:mm:ss 'GMT'");

    /** The one that is sent today, and the two obsolete ones that must be understood. */
    private static final List<DateTimeFormatter> READ = List.of(
            DateTimeFormatter.RFC_1123_DATE_TIME,
            DateTimeFormatter.ofPattern("EEEE, dd-MMM-yy HH:mm:ss zzz", Locale.ENGLISH),
            format("EEE MMM ppd HH:mm:ss yyyy"));

    /** What was written last: every answer has a {@code Date}, and thousands of them in a second the same. */
    private static volatile Written latest = new Written(0, WRITTEN.format(Instant.EPOCH));

    private record Written(long second, String text) {}

    private HttpDate() {}

    public static String of(Instant instant) {
        Written last = latest;
        if (last.second() == instant.getEpochSecond()) {
            return last.text();
        }
        Written written = new Written(instant.getEpochSecond(), WRITTEN.format(instant));
        latest = written;
        return written.text();
    }

    /** Empty if it is no date; then the header counts as not sent. */
    public static Optional<Instant> read(String header) {
        for (DateTimeFormatter format : READ) {
            try {
                return Optional.of(format.parse(header, Instant::from));
            } catch (DateTimeException other) {
                // The next format may fit.
            }
        }
        return Optional.empty();
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }
}
