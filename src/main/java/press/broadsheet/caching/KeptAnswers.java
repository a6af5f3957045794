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
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import press.broadsheet.conditional.Validator;
import press.broadsheet.content.Changed;
import press.broadsheet.content.Lease;
import press.broadsheet.query.CanonicalRequest;

/**
 * The answers given lately, as bytes: whoever asks again is answered from here, or told that what they have is the present
 * state, as long as nothing that the answer was made of has changed.
 *
 * <p>Each answer is of a moment: the newest change that was known when its load began. It holds while none of its keys has
 * changed after that. This is asked when it is kept and at every use, so it makes no difference whether a change comes before,
 * between or after loading and keeping, and nothing need be evicted when content changes.
 *
 * <p>What changes by itself, counters and rankings, is kept apart, so that however many of them are asked for, no article has to
 * make room. In each part W-TinyLFU decides what stays (G. Einziger, R. Friedman, B. Manes, 2017): what is asked for once,
 * as a crawler does, does not drive out what is asked for often.
 */
@Singleton
class KeptAnswers {
    private static final int MOST_CHANGED_KEYS = 50_000;

    /** Of what a part of the cache may hold, one answer may take so much: one that is larger is sent and forgotten. */
    private static final int LARGEST_SHARE = 16;

    /** The room for spellings, beside that for answers. They are not worth more: without its spelling a question is only read again. */
    private static final int SPELLINGS_SHARE = 16;

    private final Cache<CanonicalRequest, KeptAnswer> lasting;
    private final Cache<CanonicalRequest, KeptAnswer> passing;
    private final Cache<String, CanonicalRequest> spellings;
    private final CachingConfig config;
    private final KeyChanges changes;
    private final Lease lease;
    private final Clock clock;

    KeptAnswers(CachingConfig config, Lease lease, Clock clock) {
        this.config = config;
        this.lease = lease;
        this.clock = clock;
        this.changes = new KeyChanges(MOST_CHANGED_KEYS, clock.instant());
        this.lasting = answers(config.memory().asLongValue());
        this.passing = answers(config.passingMemory().asLongValue());
        this.spellings = Caffeine.newBuilder()
                .maximumWeight(config.memory().asLongValue() / SPELLINGS_SHARE)
                .weigher((String spelling, CanonicalRequest request) -> 2 * spelling.length() + request.length())
                .build();
    }

    private static Cache<CanonicalRequest, KeptAnswer> answers(long bytes) {
        return Caffeine.newBuilder()
                .recordStats()
                .maximumWeight(bytes)
                .weigher((CanonicalRequest request, KeptAnswer answer) -> answer.bytes())
                // Some bookkeeping for every few answers is less work than to wake another thread for it.
                .executor(Runnable::run)
                .build();
    }

    /** Says how much is kept, and what had to make room. */
    void tell(@Observes StartupEvent started, MeterRegistry meters) {
        tell(meters, "lasting", lasting);
        tell(meters, "passing", passing);
    }

    private static void tell(MeterRegistry meters, String part, Cache<CanonicalRequest, KeptAnswer> cache) {
        Gauge.builder("broadsheet.caching.kept", cache, Cache::estimatedSize)
                .tag("part", part)
                .register(meters);
        Gauge.builder("broadsheet.caching.memory", cache, KeptAnswers::bytes)
                .tag("part", part)
                .baseUnit("bytes")
                .register(meters);
        FunctionCounter.builder(
                        "broadsheet.caching.evictions", cache, of -> of.stats().evictionCount())
                .tag("part", part)
                .register(meters);
    }

    private static double bytes(Cache<CanonicalRequest, KeptAnswer> cache) {
        return cache.policy().eviction().orElseThrow().weightedSize().orElse(0);
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

    /** The answer to a question that was put in this spelling before. */
    Optional<KeptAnswer> spelt(String uri) {
        CanonicalRequest request = spellings.getIfPresent(uri);
        return request == null ? Optional.empty() : of(request);
    }

    /** What is known to be the present answer; none while changes may be missing. */
    Optional<KeptAnswer> of(CanonicalRequest request) {
        return lease.isHeld() ? unchanged(request).filter(this::isInTime) : Optional.empty();
    }

    /** What was the answer a moment ago and is past its time, to be sent while somebody loads a newer one. */
    Optional<KeptAnswer> whileLoading(CanonicalRequest request) {
        return lease.isHeld()
                ? unchanged(request)
                        .filter(answer -> isWithin(answer, answer.longest().plus(config.staleWhileRevalidate())))
                : Optional.empty();
    }

    /**
     * What was the answer and is not known to be wrong, to be sent while none can be loaded: not after a change of what it was made
     * of, nor after an instant at which something scheduled was to appear or go. While changes may be missing it may have been taken
     * down, unless only this process could have done so.
     */
    Optional<KeptAnswer> ifFailing(CanonicalRequest request) {
        return lease.isHeld() || lease.isSole()
                ? unchanged(request).filter(answer -> isWithin(answer, config.staleIfError()))
                : Optional.empty();
    }

    /** For how many seconds more it is fresh; negative if it is past its time. */
    long remaining(KeptAnswer answer) {
        return Duration.between(clock.instant(), answer.at().plus(answer.longest()))
                .toSeconds();
    }

    /** Remembers which question this is, so that it need not be read the next time. */
    void learn(String uri, CanonicalRequest request) {
        spellings.put(uri, request);
    }

    /**
     * Keeps what a load led to, unless it has become stale in the meantime.
     *
     * @return whether it is kept
     */
    boolean keep(KeptAnswer answer) {
        Load load = answer.load();
        boolean kept =
                changes.unchangedSince(load.asOf(), answer.validator().keys()) && isInTime(answer) && fits(answer);
        if (kept) {
            (isPassing(load) ? passing : lasting).put(load.request(), answer);
        }
        return kept;
    }

    /** Whether others who ask the same can be answered with what a load leads to, unless a change is in the way. */
    boolean isForOthers(KeptAnswer answer) {
        return lease.isHeld() && fits(answer);
    }

    private boolean fits(KeptAnswer answer) {
        long room = (isPassing(answer.load()) ? config.passingMemory() : config.memory()).asLongValue();
        return answer.bytes() <= room / LARGEST_SHARE;
    }

    private Optional<KeptAnswer> unchanged(CanonicalRequest request) {
        KeptAnswer answer = lasting.getIfPresent(request);
        if (answer == null) {
            answer = passing.getIfPresent(request);
        }
        if (answer == null) {
            return Optional.empty();
        }
        if (changes.unchangedSince(answer.load().asOf(), answer.validator().keys())) {
            return Optional.of(answer);
        }
        (isPassing(answer.load()) ? passing : lasting).asMap().remove(request, answer);
        return Optional.empty();
    }

    private boolean isInTime(KeptAnswer answer) {
        return isWithin(answer, answer.longest());
    }

    private boolean isWithin(KeptAnswer answer, Duration age) {
        Instant now = clock.instant();
        return now.isBefore(answer.load().horizon()) && now.isBefore(answer.at().plus(age));
    }

    /** Whether the answer is stale some day without a change that anybody announces. */
    private static boolean isPassing(Load load) {
        return load.policy().believed().isPresent();
    }
}
