package press.broadsheet.caching;

import java.time.Instant;
import java.util.stream.Stream;

/**
 * A representation that public GETs return and that may be kept until one of its keys changes. A record implements it with
 * methods that are no components; they are not part of its JSON.
 *
 * <p>A list has coarse keys, those of the list itself ({@code list-articles}), which change with its membership, and the
 * keys of its members.
 */
public interface Keyed {
    /**
     * The names of what it was made of, see {@link press.broadsheet.content.Keys}, the coarsest first: proxies take only so
     * many of them. Without spaces and commas; repetitions do no harm.
     */
    Stream<String> keys();

    /**
     * When it last changed. It never goes back while the address is the same, so for a list it is not the newest instant
     * of its present members: one of them may have gone since.
     */
    Instant lastModified();
}
