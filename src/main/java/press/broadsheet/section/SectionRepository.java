package press.broadsheet.section;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import press.broadsheet.content.Reference;

/** Answers questions about sections. */
@ApplicationScoped
public class SectionRepository implements PanacheRepositoryBase<Section, UUID> {

    /** The section of an id or a slug. */
    public Optional<Section> referredToBy(Reference reference) {
        if (reference.id().isPresent()) {
            return findByIdOptional(reference.id().get());
        }
        return reference.slug().flatMap(slug -> find("slug", slug).firstResultOptional());
    }

    public Optional<Section> at(String path) {
        return find("path", path).firstResultOptional();
    }

    /** The ids of a section and of all below it. */
    public List<UUID> subtreeOf(Section section) {
        return find(
                        "select s.id from Section s where s.path = ?1 or s.path like ?2",
                        section.path(),
                        section.path() + "/%")
                .project(UUID.class)
                .list();
    }

    /** The whole tree, a parent before its children, siblings in the editors' order. */
    List<Section> tree() {
        return find("from Section s order by s.position, s.id").list();
    }

    /** A section and all below it, a parent before its children. */
    List<Section> branchOf(Reference reference) {
        return find("""
                        from Section s
                        where exists (select 1 from Section top
                                      where (top.id = ?1 or top.slug = ?2)
                                        and (s.id = top.id or s.path like concat(top.path, '/%')))
                        order by s.position, s.id""", reference.id().orElse(null), reference.slug().orElse(null))
                .list();
    }

    int nextPosition() {
        return (int) count();
    }

    boolean isTaken(String slug) {
        return count("slug", slug) > 0;
    }
}
