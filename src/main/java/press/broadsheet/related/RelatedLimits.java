package press.broadsheet.related;

/**
 * What related articles must keep to.
 *
 * @param candidates how many are looked for
 * @param minScore what they must score at least
 * @param maxAgeDays how old they may be, in days; null for any age
 */
public record RelatedLimits(int candidates, double minScore, Integer maxAgeDays) {
    public static RelatedLimits of(int candidates) {
        return new RelatedLimits(candidates, 0, null);
    }
}
