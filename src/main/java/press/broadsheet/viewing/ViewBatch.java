package press.broadsheet.viewing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Views that are written together, or not at all.
 *
 * @param number from 1 on; the same batch keeps it when it is sent again
 */
record ViewBatch(long number, Map<Bucket, Integer> views) {
    /**
     * What views are added up under: an article in an hour.
     *
     * @param article null as long as it has not been looked up what the reference means
     * @param reference as the client sent it, {@link press.broadsheet.content.Reference#key}
     */
    record Bucket(UUID article, String reference, Instant hour) {}

    boolean isEmpty() {
        return views.isEmpty();
    }

    /** What has to be looked up. */
    List<String> unfamiliar() {
        return views.keySet().stream()
                .filter(bucket -> bucket.article() == null)
                .map(Bucket::reference)
                .distinct()
                .toList();
    }

    /** The views of those articles that are known, or are among those found. */
    List<ViewRecording.Hour> hours(Map<String, UUID> found) {
        return views.entrySet().stream()
                .flatMap(entry -> article(entry.getKey(), found)
                        .map(article ->
                                new ViewRecording.Hour(article, entry.getKey().hour(), entry.getValue()))
                        .stream())
                .toList();
    }

    /** How many views were of nothing. */
    int unknown(Map<String, UUID> found) {
        return views.entrySet().stream()
                .filter(entry -> article(entry.getKey(), found).isEmpty())
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    private static Optional<UUID> article(Bucket bucket, Map<String, UUID> found) {
        return Optional.ofNullable(bucket.article() == null ? found.get(bucket.reference()) : bucket.article());
    }
}
