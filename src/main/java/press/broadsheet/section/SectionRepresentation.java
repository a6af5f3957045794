package press.broadsheet.section;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.caching.Keyed;
import press.broadsheet.content.Keys;
import press.broadsheet.content.Slug;
import press.broadsheet.writing.Versioned;

/** A section as clients see it, with what stands below it. */
@Schema(name = "Section", description = "A node of the tree that articles stand in")
public record SectionRepresentation(
        @Schema(description = "Stable identifier") UUID id,
        @Schema(pattern = Slug.PATTERN, examples = "city") String slug,
        @Schema(examples = "City") String name,

        @Schema(examples = "What the council decides.", nullable = true)
        String description,

        @Schema(description = "Its place in the tree, root first", examples = "/news/city")
        String path,

        @Schema(description = "From the root to this section")
        List<Crumb> breadcrumb,

        @Schema(description = "The sections below, in the editors' order")
        List<SectionRepresentation> children,

        Instant updatedAt,
        @Schema(description = "Goes up with every change") int version)
        implements Keyed, Versioned {

    /** A section that has nothing below it, as one that was just made. */
    static SectionRepresentation of(Section section) {
        return of(section, Map.of());
    }

    /** Builds the tree of a section and all below it; empty if there is no section. */
    static Optional<SectionRepresentation> tree(List<Section> branch) {
        return trees(branch).stream().findFirst();
    }

    /** Builds the trees of a list that holds every child of each of its sections. */
    static List<SectionRepresentation> trees(List<Section> sections) {
        Map<String, List<Section>> below = sections.stream()
                .filter(section -> section.depth() > 1)
                .collect(Collectors.groupingBy(
                        section -> section.trail().get(section.depth() - 2).path()));
        int top = sections.stream().mapToInt(Section::depth).min().orElse(1);
        return sections.stream()
                .filter(section -> section.depth() == top)
                .map(section -> of(section, below))
                .toList();
    }

    private static SectionRepresentation of(Section section, Map<String, List<Section>> below) {
        return new SectionRepresentation(
                section.id(),
                section.slug(),
                section.name(),
                section.description(),
                section.path(),
                section.trail(),
                below.getOrDefault(section.path(), List.of()).stream()
                        .map(child -> of(child, below))
                        .toList(),
                section.updatedAt(),
                section.version());
    }

    @Override
    public Stream<String> keys() {
        return Stream.of(Keys.SECTIONS, Keys.section(id));
    }
}
