package press.broadsheet.related;

import java.time.Duration;
import java.time.Instant;

/**
 * What related articles must keep to.
 *
 * @param minScore what they must score at least
 * @param maxAgeDays how old they may be, in days; null for any age
 */
public record RelatedLimits(double minScore, Integer maxAgeDays) {
    public static final RelatedLimits NONE = new RelatedLimits(0, null);

    /** From when on they may be published; null for ever. */
    Instant earliest(Instant now) {
        return maxAgeDays == null ? null : now.minus(Duration.ofDays(maxAgeDays));
    }
}
