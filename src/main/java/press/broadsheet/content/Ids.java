package press.broadsheet.content;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;

/**
 * The one source of identifiers: UUID version 7 (RFC 9562), so that new rows stand together in an index. Ids of one node are
 * in the order of their milliseconds; those of one millisecond are in none, so that none can be guessed from another.
 */
public final class Ids {
    private static final TimeBasedEpochRandomGenerator GENERATOR = Generators.timeBasedEpochRandomGenerator();
    private static final Pattern CANONICAL =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private Ids() {}

    /** A new one, for any thread. */
    public static UUID next() {
        return GENERATOR.generate();
    }

    /** Reads an identifier in its canonical form; {@link UUID#fromString} alone would take {@code 1-1-1-1-1} too. */
    public static Optional<UUID> parse(String text) {
        return CANONICAL.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}
