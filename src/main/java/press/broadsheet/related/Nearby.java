package press.broadsheet.related;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import press.broadsheet.listing.Candidate;

/** What might stand beside an article, in the order in which it should, and what must not. */
public final class Nearby {
    static final Nearby NOTHING = new Nearby(TermVector.NONE, List.of(), Set.of());

    private final TermVector itself;
    private final List<Likely> likely;
    private final Set<UUID> excluded;

    /**
     * @param itself the words of the article
     * @param likely one of each story, in order
     * @param excluded the stories that editors do not want there
     */
    Nearby(TermVector itself, List<Likely> likely, Set<UUID> excluded) {
        this.itself = itself;
        this.likely = likely;
        this.excluded = excluded;
    }

    public List<Candidate> candidates() {
        return likely.stream().map(Likely::candidate).toList();
    }

    /** Those of other candidates that editors have nothing against, such as the newest to fill the list. */
    public List<Candidate> allowed(List<Candidate> others) {
        return others.stream()
                .filter(candidate -> !excluded.contains(candidate.story()))
                .toList();
    }

    /** The words of the article, by which the others are compared with it. */
    TermVector itself() {
        return itself;
    }

    Map<UUID, Likely> byArticle() {
        return likely.stream().collect(Collectors.toMap(Likely::article, Function.identity()));
    }
}
