package press.broadsheet.tag;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import press.broadsheet.content.Ids;
import press.broadsheet.naming.Named;

/** What an article is about. */
@Entity
@Table(name = "tag")
public class Tag implements Named {
    @Id
    private UUID id;

    private String slug;

    @Convert(converter = TagType.Converter.class)
    private TagType type;

    private String name;
    private String description;

    /** Counted by whoever knows articles, beside the writes. */
    @Column(insertable = false, updatable = false)
    private int articles;

    @Version
    private int version;

    private Instant updatedAt;

    protected Tag() {}

    static Tag of(TagDraft draft, String slug, Instant now) {
        Tag tag = new Tag();
        tag.id = Ids.next();
        tag.revise(draft, slug, now);
        return tag;
    }

    /** Replaces all that is said of it. */
    void revise(TagDraft draft, String newSlug, Instant now) {
        slug = newSlug;
        type = draft.type();
        name = draft.name();
        description = draft.description();
        updatedAt = now;
    }

    /** Takes the place of another tag on its articles. */
    void absorb(Instant now) {
        updatedAt = now;
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public String slug() {
        return slug;
    }

    public TagType type() {
        return type;
    }

    public String name() {
        return name;
    }

    public String description() {
        return description;
    }

    /** How many articles readers can see under it, as of about a second ago. */
    public int articles() {
        return articles;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    @Override
    public int version() {
        return version;
    }
}
