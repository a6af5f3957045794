package press.broadsheet.related;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import press.broadsheet.listing.Candidate;

/**
 * Answers which articles are about the same things: by the likeness of their weightiest words first, by shared tags, the rarer the
 * more, where the words do not tell or in addition to them.
 */
@ApplicationScoped
public class RelatedRepository {
    /** As many of those that share telling words are compared whole; the best ten are among them all but always. */
    private static final int LOOKED_AT = 100;

    /** The newest under each tag, and of all these the ones whose shared tags weigh most. */
    private static final int LOOKED_AT_PER_TAG = 30;

    private final Session session;
    private final RelatedConfig config;

    RelatedRepository(Session session, RelatedConfig config) {
        this.session = session;
        this.config = config;
    }

    /**
     * What belongs beside an article, nothing if readers do not see the article: one statement.
     *
     * @param lang a language tag that theirs equals or begins with, null for any
     */
    public Nearby to(UUID article, String lang, RelatedLimits limits) {
        List<Object[]> rows = session.createNativeQuery(RelatedSql.CANDIDATES, Object[].class)
                .setParameter("article", article)
                .setParameter("lang", lang, String.class)
                .setParameter("maxAgeDays", limits.maxAgeDays(), Integer.class)
                .setParameter("postings", config.postings())
                .setParameter("looked", LOOKED_AT)
                .setParameter("perTag", LOOKED_AT_PER_TAG)
                .getResultList();
        Optional<Object[]> itself =
                rows.stream().filter(row -> place(row) == RelatedSql.ITSELF).findFirst();
        if (itself.isEmpty()) {
            return Nearby.NOTHING;
        }
        Set<UUID> excluded = rows.stream()
                .filter(row -> place(row) == RelatedSql.EXCLUDED)
                .map(row -> (UUID) row[1])
                .collect(Collectors.toSet());
        return new Nearby(vector(itself.get()), inOrder(itself.get(), rows, limits.minScore()), excluded);
    }

    /** Pins in their order, then the best first, spread out. */
    private List<Likely> inOrder(Object[] itself, List<Object[]> rows, double minScore) {
        Instant published = (Instant) itself[2];
        ComparedVectors words = ComparedVectors.of(vector(itself));
        List<Likely> pinned = rows.stream()
                .filter(row -> place(row) > RelatedSql.FOUND)
                .sorted(Comparator.comparing(RelatedRepository::place))
                .map(row -> likely(words, published, row, Candidate.PINNED))
                .toList();
        List<Likely> found = rows.stream()
                .filter(row -> place(row) == RelatedSql.FOUND)
                .map(row -> likely(words, published, row, null))
                .filter(likely -> likely.score().total() >= minScore)
                .sorted(Likely.BEST_FIRST)
                .toList();
        return Spreading.spread(Stream.concat(pinned.stream(), found.stream()).toList(), config.nearlyEqual());
    }

    /**
     * @param words those of the article beside which it might stand
     * @param beside when that one was published
     */
    private Likely likely(ComparedVectors words, Instant beside, Object[] row, String reason) {
        Instant published = (Instant) row[2];
        TermVector vector = vector(row);
        List<Likely.Tag> tags = tags(row);
        Score score = new Score(
                words.likeness(vector),
                tags.stream().mapToDouble(Likely.Tag::weight).sum(),
                recency(beside, published));
        String why = score.text() > 0 ? Likely.SIMILAR_TEXT : Likely.SHARED_TAGS;
        return new Likely((UUID) row[0], (UUID) row[1], published, reason == null ? why : reason, score, vector, tags);
    }

    /** From the article back, not from now: what belongs beside an old article does not change by itself. */
    private double recency(Instant of, Instant other) {
        Duration older = Duration.between(other, of);
        return config.halfLife().isZero() || older.isNegative()
                ? 1
                : Math.pow(0.5, (double) older.toSeconds() / config.halfLife().toSeconds());
    }

    private List<Likely.Tag> tags(Object[] row) {
        String[] slugs = (String[]) row[6];
        Double[] weights = (Double[]) row[7];
        return IntStream.range(0, slugs == null ? 0 : slugs.length)
                .mapToObj(place -> new Likely.Tag(slugs[place], config.tags() * weights[place]))
                .toList();
    }

    private static int place(Object[] row) {
        return ((Number) row[3]).intValue();
    }

    private static TermVector vector(Object[] row) {
        return TermVector.of((Integer[]) row[4], (Float[]) row[5]);
    }

    /** The words of an article behind the numbers of its vector. */
    Map<Integer, String> words(UUID article) {
        return session
                .createNativeQuery(RelatedSql.WORDS, Object[].class)
                .setParameter("article", article)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(row -> (Integer) row[0], row -> (String) row[1]));
    }
}
