package press.broadsheet.transfer;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An import as clients see it, while it runs and after. */
@Schema(name = "Import", description = "An import, while it runs and after")
record ImportRepresentation(
        UUID id,

        @Schema(
                description = "Open: running, finished, failed (by the server), interrupted (by the client, or killed);"
                        + " what was not finished can be sent again as it is",
                examples = "finished")
        String state,

        @Schema(description = "Whether it only tells what an import would do")
        boolean dryRun,

        @Schema(description = "The key or the subject that sent it", examples = "4f1c22ab90de")
        String actor,

        Instant startedAt,

        @Schema(description = "When a batch of it was committed last")
        Instant updatedAt,

        @Schema(description = "Lines that were accepted", examples = "48210")
        long done,

        @Schema(description = "Lines among them that made something new", examples = "48000")
        long added,

        @Schema(description = "Lines among them that changed something", examples = "200")
        long changed,

        @Schema(description = "Lines among them that said what was so already", examples = "10")
        long unchanged,

        @Schema(description = "Lines that were not accepted; the report says why", examples = "3")
        long refused,

        @Schema(description = "Lines a second so far", examples = "2400")
        double rate,

        @Schema(description = "Read so far", examples = "104857600")
        long bytes,

        @Schema(description = "In all, if the client said so", nullable = true, examples = "104857600")
        Long bytesInAll,

        @Schema(description = "Seconds that are left at this rate; null if that can't be told", nullable = true)
        Long remaining) {

    private static final double MILLIS = 1000;

    static ImportRepresentation of(Object[] row) {
        Instant startedAt = (Instant) row[4];
        Instant updatedAt = (Instant) row[5];
        long done = (Long) row[6] + (Long) row[7] + (Long) row[8];
        double seconds = Math.max(1, Duration.between(startedAt, updatedAt).toMillis()) / MILLIS;
        return new ImportRepresentation(
                (UUID) row[0],
                (String) row[2],
                (Boolean) row[1],
                (String) row[3],
                startedAt,
                updatedAt,
                done,
                (Long) row[6],
                (Long) row[7],
                (Long) row[8],
                (Long) row[9],
                Math.round((done + (Long) row[9]) / seconds),
                (Long) row[10],
                (Long) row[11],
                remaining((String) row[2], (Long) row[10], (Long) row[11], seconds));
    }

    private static Long remaining(String state, long bytes, Long bytesInAll, double seconds) {
        if (!state.equals("running") || bytesInAll == null || bytes == 0) {
            return null;
        }
        return Math.round((bytesInAll - bytes) * seconds / bytes);
    }
}
