package press.broadsheet.ranking;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** An article with every view and every reaction that counts, and what follows from them by the definitions of the metrics alone. */
record Piece(
        String id,
        String story,
        String section,
        String tag,
        String author,
        String lang,
        Instant publishedAt,
        List<Instant> views,
        List<Instant> reactions) {

    private static final Comparator<Piece> NEWEST =
            Comparator.comparing(Piece::publishedAt).thenComparing(Piece::id).reversed();

    /** The best of each story by score, the newer first where it is equal; behind them the newest of what has none. */
    static List<Piece> ranked(List<Piece> pieces, ToDoubleFunction<Piece> score) {
        Stream<Piece> scored = pieces.stream()
                .filter(piece -> score.applyAsDouble(piece) > 0)
                .sorted(Comparator.comparingDouble(score).reversed().thenComparing(NEWEST));
        Set<String> stories = new HashSet<>();
        return Stream.concat(scored, pieces.stream().sorted(NEWEST))
                .filter(piece -> stories.add(piece.story()))
                .toList();
    }

    /** A story counts by its best, and is shown by its newest that a filter lets through. */
    Piece shown(List<Piece> pieces, Predicate<Piece> filter) {
        return pieces.stream()
                .filter(filter)
                .filter(other -> other.story().equals(story))
                .min(NEWEST)
                .orElseThrow();
    }

    double score(Metric metric, Instant from, Instant now) {
        return switch (metric) {
            case MOST_LIKED -> since(from, reactions).count();
            case MOST_VIEWED -> since(from, views).count();
            case TRENDING -> trending(from, now.truncatedTo(ChronoUnit.HOURS));
        };
    }

    private static Stream<Instant> since(Instant from, List<Instant> events) {
        return events.stream().filter(event -> !event.isBefore(from));
    }

    private double trending(Instant from, Instant hour) {
        Instant reach = hour.minus(Duration.ofDays(3));
        Instant first = from.isBefore(reach) ? reach : from;
        double recent =
                since(first, views).mapToDouble(view -> faded(view, hour)).sum();
        double weights = Stream.iterate(first, each -> !each.isAfter(hour), each -> each.plus(Duration.ofHours(1)))
                .mapToDouble(each -> faded(each, hour))
                .sum();
        double past = since(from.minus(Duration.ofDays(7)), views)
                .filter(view -> view.isBefore(from))
                .count();
        double hours = Duration.between(publishedAt, from).toMillis() / 3_600_000.0;
        double expected = past / Math.max(1, Math.min(168, hours)) * weights;
        double score = (recent - expected) / Math.sqrt(expected + 1);
        return recent > 0 && score >= 0.01 ? score : 0;
    }

    private static double faded(Instant event, Instant hour) {
        return Math.pow(
                0.5, Duration.between(event.truncatedTo(ChronoUnit.HOURS), hour).toHours() / 6.0);
    }
}
