package press.broadsheet.caching;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import press.broadsheet.content.Changed;
import press.broadsheet.content.Lease;

/**
 * The validators of answers given lately: whoever asks again and has the answer already is told so without a load, as long
 * as nothing that the answer was made of has changed.
 *
 * <p>Each validator is of a moment: the newest change that was known when its load began. It holds while none of its keys
 * has changed after that. This is asked at every use, so it makes no difference whether a change comes before, between or
 * after loading and keeping, and nothing need be evicted when content changes.
 */
@Singleton
class KnownValidators {
    /** After so long, what nothing has called stale is loaded again all the same. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private static final int MOST_CHANGED_KEYS = 50_000;

    /** What an object takes besides its text, on average. */
    private static final int BYTES_PER_OBJECT = 56;

    private record Known(Validator validator, long asOf, Instant until) {}

    private final Cache<CanonicalRequest, Known> known;
    private final KeyChanges changes;
    private final Lease lease;
    private final Clock clock;

    KnownValidators(CachingConfig config, Lease lease, Clock clock) {
        this.lease = lease;
        this.clock = clock;
        this.changes = new KeyChanges(MOST_CHANGED_KEYS, clock.instant());
        this.known = Caffeine.newBuilder()
                .maximumWeight(config.validatorsMemory().asLongValue())
                .weigher(KnownValidators::bytes)
                .build();
    }

    /** What was made of this content is stale. */
    void changed(@Observes Changed change) {
        changes.changed(change.keys(), clock.instant());
    }

    /** The newest change that is known; to be asked before a load begins. */
    long newestChange() {
        return changes.newest();
    }

    /** The validator of a state that a load found. */
    Validator validator(byte[] body, Keyed keyed) {
        List<String> keys = keyed.keys().distinct().toList();
        Instant own = keyed.lastModified();
        Instant known = own.equals(Instant.EPOCH) ? changes.rememberedSince() : own;
        Instant announced = changes.lastChange(keys);
        return Validator.of(body, announced.isAfter(known) ? announced : known, keys);
    }

    /** The state that the requested resource is known to be in; none while changes may be missing. */
    Optional<Validator> of(CanonicalRequest request) {
        Known entry = lease.isHeld() ? known.getIfPresent(request) : null;
        if (entry == null) {
            return Optional.empty();
        }
        Validator validator = entry.validator();
        if (clock.instant().isBefore(entry.until()) && changes.unchangedSince(entry.asOf(), validator.keys())) {
            return Optional.of(validator);
        }
        known.asMap().remove(request, entry);
        return Optional.empty();
    }

    /** Keeps the state that a load found. */
    void keep(Load load, Validator validator) {
        Instant longest = clock.instant().plus(load.policy().believed().orElse(LONGEST));
        Instant until = load.horizon().isBefore(longest) ? load.horizon() : longest;
        known.put(load.request(), new Known(validator, load.asOf(), until));
    }

    private static int bytes(CanonicalRequest request, Known entry) {
        int bytes = request.length()
                + BYTES_PER_OBJECT * (10 + 2 * request.parameters().size());
        for (String key : entry.validator().keys()) {
            bytes += key.length() + BYTES_PER_OBJECT;
        }
        return bytes;
    }
}
