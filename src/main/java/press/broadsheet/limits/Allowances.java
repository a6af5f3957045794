package press.broadsheet.limits;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;

/** Who has used how much of which limit: a bucket each, that fills evenly over a minute. */
@ApplicationScoped
class Allowances {
    private static final Duration WINDOW = Duration.ofMinutes(1);

    /** About 20 MB. Whoever comes from more addresses than these within a minute is stopped by no such limit. */
    private static final int MOST_BUCKETS = 50_000;

    private final LimitsConfig config;
    // After a window without a request a bucket is full, like a new one.
    private final Cache<Holder, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_BUCKETS)
            .expireAfterAccess(WINDOW)
            .build();

    Allowances(LimitsConfig config) {
        this.config = config;
    }

    private record Holder(Limit limit, String name) {}

    /** Counts one request of a holder, unless it is one too many. */
    Allowance take(Limit limit, String holder) {
        int quota = config.of(limit);
        Bucket bucket = buckets.get(new Holder(limit, holder), ignored -> full(quota));
        return new Allowance(limit, quota, bucket.tryConsumeAndReturnRemaining(1));
    }

    private static Bucket full(int quota) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(quota).refillGreedy(quota, WINDOW))
                .build();
    }
}
