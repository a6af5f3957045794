package press.broadsheet.ranking;

import java.time.Instant;

/**
 * How far rankings are counted.
 *
 * @param asOf all that was written before this instant is counted
 * @param stale whether that is longer ago than it ever takes: something is wrong, or a great deal changed at once
 */
public record Standing(Instant asOf, boolean stale) {}
