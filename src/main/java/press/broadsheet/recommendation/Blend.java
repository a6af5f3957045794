package press.broadsheet.recommendation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.listing.Candidate;

/**
 * One list out of several whose scores can't be compared: each place in each list adds {@code 1 / (60 + rank)}. Reciprocal rank
 * fusion, G. Cormack, C. Clarke, S. Büttcher, SIGIR 2009, with their constant. Ties go to what was added first. Not thread-safe.
 */
public final class Blend {
    private static final double CONSTANT = 60;

    private final Map<UUID, Candidate> candidates = new LinkedHashMap<>();
    private final Map<String, List<Candidate>> lists = new HashMap<>();
    private final Map<UUID, List<Share>> shares = new LinkedHashMap<>();

    /** What one list adds to the score of an article. */
    @Schema(name = "RecommendationShare", description = "What one list adds to the score of an article")
    public record Share(
            @Schema(description = "Which list", examples = "related")
            String reason,

            @Schema(description = "The article seen that it is related to; null in other lists", nullable = true)
            UUID seen,

            @Schema(description = "Its place in that list, from 1 on", examples = "2")
            int rank,

            @Schema(examples = "0.0161") double score) {}

    /**
     * Adds a list, the best first.
     *
     * @param seen what its articles are related to, null if to nothing
     */
    public Blend add(String reason, UUID seen, List<Candidate> list) {
        lists.put(reason, list);
        for (int place = 0; place < list.size(); place++) {
            Candidate candidate = list.get(place);
            candidates.putIfAbsent(candidate.article(), candidate);
            shares.computeIfAbsent(candidate.article(), none -> new ArrayList<>())
                    .add(new Share(reason, seen, place + 1, 1 / (CONSTANT + place + 1)));
        }
        return this;
    }

    /** All of them, the best first; the reason of each is the list that it stands highest in. */
    public List<Candidate> best() {
        return candidates.values().stream()
                .map(this::scored)
                .sorted(Comparator.comparingDouble(Candidate::score).reversed())
                .toList();
    }

    /** One of the lists that were added, as it was. */
    List<Candidate> of(String reason) {
        return lists.getOrDefault(reason, List.of());
    }

    /** How the score of an article comes about, the largest share first; empty for what is in no list. */
    List<Share> sharesOf(UUID article) {
        return shares.getOrDefault(article, List.of()).stream()
                .sorted(Comparator.comparingInt(Share::rank))
                .toList();
    }

    private Candidate scored(Candidate candidate) {
        List<Share> its = sharesOf(candidate.article());
        double score = its.stream().mapToDouble(Share::score).sum();
        return new Candidate(
                candidate.article(), candidate.story(), score, its.get(0).reason());
    }
}
