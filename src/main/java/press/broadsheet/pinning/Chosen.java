package press.broadsheet.pinning;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import press.broadsheet.content.Reference;
import press.broadsheet.naming.References;
import press.broadsheet.pinning.RelatedChoices.Choice;
import press.broadsheet.problem.ProblemException;
import press.broadsheet.problem.ProblemType;
import press.broadsheet.problem.Violation;
import press.broadsheet.problem.Violations;

/** The articles that a draft names. */
record Chosen(List<UUID> pins, List<UUID> exclusions) {
    private static final String PINS = "/pins";
    private static final String EXCLUSIONS = "/exclusions";

    /**
     * Reads a draft.
     *
     * @param article beside which they are to stand, or not
     * @param known the ids of articles by {@link Reference#key()}
     * @throws ProblemException 422 if it names what there is not, the article itself, or one article twice
     */
    static Chosen of(UUID article, RelatedDraft draft, Map<String, UUID> known) {
        Violations violations = new Violations();
        List<UUID> pins = References.all(PINS, "article", draft.pins(), known, Map.of(), violations);
        refuse(PINS, draft.pins(), known, Set.of(article), "can't stand beside itself", violations);
        List<UUID> exclusions = References.all(EXCLUSIONS, "article", draft.exclusions(), known, Map.of(), violations);
        refuse(EXCLUSIONS, draft.exclusions(), known, Set.of(article), "can't stand beside itself", violations);
        refuse(EXCLUSIONS, draft.exclusions(), known, Set.copyOf(pins), "is pinned: take it out of pins", violations);
        violations.verify(ProblemType.INVALID_CONTENT);
        return new Chosen(pins, exclusions);
    }

    private static void refuse(
            String pointer,
            List<Reference> references,
            Map<String, UUID> known,
            Set<UUID> refused,
            String why,
            Violations violations) {
        for (int index = 0; index < references.size(); index++) {
            UUID id = known.get(references.get(index).key());
            if (id != null && refused.contains(id)) {
                violations.add(Violation.inBody(
                        pointer + "/" + index, "contradictory", "'" + references.get(index) + "' " + why));
            }
        }
    }

    /** Whether that is what is chosen already. */
    boolean isIn(RelatedChoices present) {
        return ids(present.pins()).equals(pins)
                && Set.copyOf(ids(present.exclusions())).equals(Set.copyOf(exclusions));
    }

    private static List<UUID> ids(List<Choice> choices) {
        return choices.stream().map(Choice::id).toList();
    }
}
