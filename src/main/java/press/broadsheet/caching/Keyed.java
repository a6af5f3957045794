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
     * When it last changed, as far as it knows that itself; changes of its keys that came later count besides. What holds others
     * knows nothing: the newest of its present members is not the last change if one of them has gone since. It says {@link
     * Instant#EPOCH}, and the node goes by all changes that it remembers.
     */
    default Instant lastModified() {
        return Instant.EPOCH;
    }
}
