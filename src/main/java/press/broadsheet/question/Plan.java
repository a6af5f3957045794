package press.broadsheet.question;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the database makes of a question.
 *
 * @param newest when the newest article was published that readers see; the oldest accordingly
 * @param articles how many there are, roughly
 * @param readings one for each text search configuration that articles have
 */
public record Plan(Instant newest, Instant oldest, double articles, List<Reading> readings) {
    /**
     * The question as articles of one configuration have it; queries as text, empty where only stop words are in it.
     *
     * @param all the whole of it
     * @param wanted each of its wanted pieces
     * @param unwanted each of its unwanted ones
     */
    public record Reading(String config, String all, List<String> wanted, List<String> unwanted) {
        /** Articles that have a wanted piece, and no unwanted one. */
        private String any(int piece) {
            if (wanted.get(piece).isEmpty()) {
                return "";
            }
            return Stream.concat(
                            Stream.of(wanted.get(piece)),
                            unwanted.stream().filter(query -> !query.isEmpty()).map(query -> "!(" + query + ")"))
                    .collect(Collectors.joining(" & "));
        }
    }

    /** The same as if nothing had been published since an instant. */
    public Plan upTo(Instant instant) {
        return new Plan(instant, oldest, articles, readings);
    }

    /** How long articles have been published, in seconds. */
    public double span() {
        return Duration.between(oldest, newest).toSeconds() + 1.0;
    }

    public boolean findsNothing() {
        return readings.stream().allMatch(reading -> reading.all().isEmpty());
    }

    /** Whether it is one word in all readings that it has, and nothing beside it. */
    public boolean isOneWord() {
        return readings.stream().noneMatch(reading -> reading.all().contains(" "));
    }

    public String[] configs() {
        return readings.stream().map(Reading::config).toArray(String[]::new);
    }

    /** By configuration, as {@link #configs()}. */
    public String[] all() {
        return readings.stream().map(Reading::all).toArray(String[]::new);
    }

    /** By configuration, as {@link #configs()}: any of the wanted pieces. */
    public String[] any() {
        return readings.stream()
                .map(reading -> anyOf(reading.wanted().stream()))
                .toArray(String[]::new);
    }

    /** A query that finds what any of the readings finds, each in its own articles. */
    public String finding() {
        return finding(Reading::all);
    }

    /** For each wanted piece that is not all stop words, a query that finds it. */
    public List<Piece> pieces() {
        return IntStream.range(
                        0, readings.isEmpty() ? 0 : readings.get(0).wanted().size())
                .mapToObj(this::piece)
                .filter(piece -> !piece.finding().isEmpty())
                .toList();
    }

    /**
     * A wanted piece over all readings.
     *
     * @param finding finds the articles that have it, and nothing unwanted
     * @param ranking tells how much of it they have
     */
    public record Piece(String finding, String ranking) {}

    private Piece piece(int number) {
        return new Piece(
                finding(reading -> reading.any(number)),
                anyOf(readings.stream()
                        .map(reading -> reading.wanted().get(number))
                        .distinct()));
    }

    /**
     * Each query in the articles of the configurations that read it so. One that all read alike is asked without them: for each
     * article of a day, the index would look up that it is of one of the few that there are, a third of the work of two words.
     */
    private String finding(Function<Reading, String> query) {
        Map<String, List<Reading>> byQuery =
                readings.stream().collect(Collectors.groupingBy(query, TreeMap::new, Collectors.toList()));
        if (byQuery.size() == 1) {
            return byQuery.keySet().iterator().next();
        }
        return anyOf(byQuery.entrySet().stream()
                .filter(same -> !same.getKey().isEmpty())
                .map(same -> same.getValue().stream()
                        .map(reading -> "'=c" + reading.config() + "'")
                        .collect(Collectors.joining(" | ", "(", ") & (" + same.getKey() + ")"))));
    }

    private static String anyOf(Stream<String> queries) {
        return queries.filter(query -> !query.isEmpty())
                .map(query -> "(" + query + ")")
                .collect(Collectors.joining(" | "));
    }
}
