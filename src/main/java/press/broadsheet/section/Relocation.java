package press.broadsheet.section;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import press.broadsheet.content.Keys;
import press.broadsheet.problem.ProblemException;
import press.broadsheet.problem.ProblemType;
import press.broadsheet.problem.Violation;

/**
 * A section on its way to a place in the tree, with all below it; it may be the place that it has. Path and breadcrumb of these
 * sections are rewritten, and no article. To be planned and made under the lock of the tree.
 */
final class Relocation {
    private final Section section;
    private final Section parent;
    private final List<Section> below;
    private final List<Section> row;
    private final Map<String, UUID> pathsBefore;
    private final Set<UUID> above;

    private Relocation(Section section, Section parent, List<Section> below, List<Section> row) {
        this.section = section;
        this.parent = parent;
        this.below = below;
        this.row = row;
        this.pathsBefore =
                Stream.concat(Stream.of(section), below.stream()).collect(Collectors.toMap(Section::path, Section::id));
        this.above = upTo(section);
    }

    /**
     * Reads what is needed, and changes nothing.
     *
     * @param parent the section above, null for the top of the tree
     * @param position see {@link SectionPlace}
     * @throws ProblemException 422 if it would stand below itself, or too deep
     */
    static Relocation plan(Section section, Section parent, Integer position, SectionRepository sections) {
        List<Section> below = sections.below(section);
        if (parent != null) {
            verify(section, below, parent);
        }
        List<Section> row = sections.childrenOf(parent);
        int present = row.indexOf(section);
        row.remove(section);
        int last = row.size();
        row.add(Math.min(last, Objects.requireNonNullElse(position, present < 0 ? last : present)), section);
        return new Relocation(section, parent, below, row);
    }

    /** Writes down where everything stands now. */
    Relocation make(Instant now) {
        section.standBelow(parent, now);
        below.forEach(each -> each.settle(now));
        IntStream.range(0, row.size()).forEach(place -> row.get(place).takePlace(place));
        return this;
    }

    /** The paths at which nothing of it stands any more, and what stood there; empty if all stayed. */
    Map<String, UUID> pathsLeft() {
        return pathsBefore.containsKey(section.path()) ? Map.of() : pathsBefore;
    }

    /** The lists of articles that it leaves and comes to. */
    Set<String> listsTouched() {
        Set<UUID> all = new HashSet<>(above);
        all.addAll(upTo(section));
        return all.stream().map(Keys::articlesIn).collect(Collectors.toSet());
    }

    static ProblemException refused(String code, String detail) {
        return ProblemException.of(ProblemType.INVALID_CONTENT, List.of(Violation.inBody("/parent", code, detail)));
    }

    private static void verify(Section section, List<Section> below, Section parent) {
        if (upTo(parent).contains(section.id())) {
            throw refused("cyclic", "A section can't stand below itself.");
        }
        int deepest = below.stream().mapToInt(Section::depth).max().orElse(section.depth());
        if (parent.depth() + deepest - section.depth() >= Section.MAX_DEPTH) {
            throw refused("too-deep", "A section can stand at most " + Section.MAX_DEPTH + " deep.");
        }
    }

    /** A section and those above it. */
    private static Set<UUID> upTo(Section section) {
        return section.trail().stream().map(Crumb::id).collect(Collectors.toSet());
    }
}
