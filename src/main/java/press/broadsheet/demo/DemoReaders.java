package press.broadsheet.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import press.broadsheet.viewing.ViewRecording.Hour;

/**
 * The readers of the demonstration newsroom: spreads an article's views over the hours since it was published, most of them in
 * the first days and in waking hours. The same article gets the same hours each time.
 */
final class DemoReaders {
    /** The mean half-life of a news story: Dezső et al., "Dynamics of information access on the web", Physical Review E 73 (2006). */
    private static final double HALF_LIFE_HOURS = 36;

    private static final double AT_NIGHT = 0.25;
    private static final int WAKING = 7;
    private static final int SLEEPING = 23;

    private DemoReaders() {}

    static List<Hour> views(UUID article, int views, Instant published, Instant now) {
        int hours = (int) Duration.between(published, now).toHours() + 1;
        double[] weights = new double[hours];
        double sum = 0;
        for (int hour = 0; hour < hours; hour++) {
            int clock = published
                    .plus(Duration.ofHours(hour))
                    .atOffset(ZoneOffset.UTC)
                    .getHour();
            double awake = clock >= WAKING && clock < SLEEPING ? 1 : AT_NIGHT;
            weights[hour] = awake * Math.pow(0.5, hour / HALF_LIFE_HOURS);
            sum += weights[hour];
        }
        List<Hour> spread = new ArrayList<>();
        double due = 0;
        int given = 0;
        for (int hour = 0; hour < hours; hour++) {
            due += views * weights[hour] / sum;
            int count = (int) Math.round(due) - given;
            given += count;
            if (count > 0) {
                spread.add(new Hour(article, published.plus(Duration.ofHours(hour)), count));
            }
        }
        return spread;
    }
}
