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
import org.hibernate.type.SqlTypes;
import press.broadsheet.content.Ids;

/** A node of the tree that articles stand in. */
@Entity
@Table(name = "section")
public class Section {
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

    private int position;

    @Version
    private int version;

    private Instant updatedAt;

    protected Section() {}

    static Section of(SectionDraft draft, String slug, Section parent, int position, Instant now) {
        Section section = new Section();
        section.id = Ids.next();
        section.parent = parent;
        section.slug = slug;
        section.name = draft.name();
        section.description = draft.description();
        section.position = position;
        section.updatedAt = now;
        section.settle();
        return section;
    }

    /** Writes down where the section stands, from where its parent stands. */
    private void settle() {
        path = (parent == null ? "" : parent.path) + "/" + slug;
        Stream<Crumb> above = parent == null ? Stream.empty() : parent.trail.stream();
        trail = Stream.concat(above, Stream.of(new Crumb(id, slug, name, path))).toList();
    }

    public UUID id() {
        return id;
    }

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

    public int version() {
        return version;
    }

    int position() {
        return position;
    }

    int depth() {
        return trail.size();
    }
}
