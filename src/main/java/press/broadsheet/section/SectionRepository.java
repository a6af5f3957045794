package press.broadsheet.section;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import press.broadsheet.content.Reference;
import press.broadsheet.naming.Kind;
import press.broadsheet.naming.NamedRepository;

/** Answers questions about sections. */
@ApplicationScoped
public class SectionRepository implements NamedRepository<Section> {

    @Override
    public Kind kind() {
        return Kind.SECTION;
    }

    /** Lets this transaction alone change the tree until it ends: two moves at once could make a ring of it. Readers go on. */
    void lockTree() {
        getSession()
                .createNativeMutationQuery("lock table section in share row exclusive mode")
                .executeUpdate();
    }

    public Optional<Section> at(String path) {
        return find("path", path).firstResultOptional();
    }

    /** The whole tree, siblings in the editors' order. */
    List<Section> tree() {
        return find("from Section s order by s.position, s.id").list();
    }

    /** A section and all below it, siblings in the editors' order. */
    List<Section> branchOf(Reference reference) {
        return find("""
                        from Section s
                        where exists (select 1 from Section top
                                      where (top.id = ?1 or top.slug = ?2)
                                        and (s.id = top.id or s.path like concat(top.path, '/%')))
                        order by s.position, s.id""", reference.id().orElse(null), reference.slug().orElse(null))
                .list();
    }

    /** All below a section, a parent before its children. */
    List<Section> below(Section section) {
        return find("from Section s where s.path like ?1 order by s.path", section.path() + "/%")
                .list();
    }

    /** Those that stand directly below a section, at the top of the tree if that is null, in the editors' order. */
    List<Section> childrenOf(Section parent) {
        return parent == null
                ? find("from Section s where s.parent is null order by s.position, s.id")
                        .list()
                : find("from Section s where s.parent = ?1 order by s.position, s.id", parent)
                        .list();
    }
}
