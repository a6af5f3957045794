package press.broadsheet.section;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OptimisticLock;
import org.hibernate.type.SqlTypes;
import press.broadsheet.content.Ids;
import press.broadsheet.naming.Named;

/** A node of the tree that articles stand in. */
@Entity
@Table(name = "section")
public class Section implements Named {
    /** How deep the tree may be. */
    static final int MAX_DEPTH = 6;

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "parent_id")
    private Section parent;

    private String slug;
    private String name;
    private String description;
    private String path;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Crumb> trail;

    /** Its place among those beside it. To be moved by a neighbour is no change of a section, so it gets no new version. */
    @OptimisticLock(excluded = true)
    @SuppressWarnings("UnusedVariable") // Queries order by it.
    private int position;

    @Version
    private int version;

    private Instant updatedAt;

    protected Section() {}

    static Section of(SectionDraft draft, String slug, Section parent, Instant now) {
        Section section = new Section();
        section.id = Ids.next();
        section.revise(draft, slug, now);
        section.standBelow(parent, now);
        return section;
    }

    /** Replaces what is said of it. Where it stands has to be settled after that. */
    void revise(SectionDraft draft, String newSlug, Instant now) {
        slug = newSlug;
        name = draft.name();
        description = draft.description();
        updatedAt = now;
    }

    /** Stands below another section from now on, at the top of the tree if that is null; those below it have to settle anew. */
    void standBelow(Section other, Instant now) {
        parent = other;
        settle(now);
    }

    /** Writes down where it stands, from where its parent stands. */
    void settle(Instant now) {
        String place = (parent == null ? "" : parent.path()) + "/" + slug;
        Stream<Crumb> above = parent == null ? Stream.empty() : parent.trail().stream();
        List<Crumb> steps = Stream.concat(above, Stream.of(new Crumb(id, slug, name, place)))
                .toList();
        if (!steps.equals(trail)) {
            path = place;
            trail = steps;
            updatedAt = now;
        }
    }

    void takePlace(int place) {
        position = place;
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public String slug() {
        return slug;
    }

    public String name() {
        return name;
    }

    public String description() {
        return description;
    }

    /** Its place in the tree, root first: {@code /news/city}. */
    public String path() {
        return path;
    }

    /** The breadcrumb: root first, the section itself last. */
    public List<Crumb> trail() {
        return trail;
    }

    public Crumb crumb() {
        return trail.get(trail.size() - 1);
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    @Override
    public int version() {
        return version;
    }

    /** Null at the top of the tree. */
    Section parent() {
        return parent;
    }

    int depth() {
        return trail.size();
    }
}
