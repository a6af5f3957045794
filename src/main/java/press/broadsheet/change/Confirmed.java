package press.broadsheet.change;

import java.util.List;

/**
 * Which nodes have made sure that a change shows, each by its name.
 *
 * @param confirmed have dropped what the change made stale
 * @param lapsed did not say so, but answer nothing from memory any more: cut off from the database, frozen or gone
 * @param outstanding may still answer with what was before
 */
public record Confirmed(List<String> confirmed, List<String> lapsed, List<String> outstanding) {
    /** Whether no node can show any more what was before the change. */
    public boolean isComplete() {
        return outstanding.isEmpty();
    }
}
