package press.broadsheet.collection;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import press.broadsheet.content.Ids;
import press.broadsheet.naming.Named;

/** A list of articles that editors order by hand. */
@Entity
@Table(name = "collection")
public class Collection implements Named {
    /** The one that every site has: what the editors put first. */
    static final String FEATURED = "featured";

    /** How many articles one holds at most. */
    public static final int MOST_ARTICLES = 100;

    @Id
    private UUID id;

    private String slug;
    private String name;
    private String description;

    @Version
    private int version;

    private Instant createdAt;
    private Instant updatedAt;

    protected Collection() {}

    static Collection of(CollectionDraft draft, String slug, Instant now) {
        Collection collection = new Collection();
        collection.id = Ids.next();
        collection.createdAt = now;
        collection.revise(draft, slug, now);
        return collection;
    }

    /** Replaces what is said of it. */
    void revise(CollectionDraft draft, String newSlug, Instant now) {
        slug = newSlug;
        name = draft.name();
        description = draft.description();
        updatedAt = now;
    }

    /** Other articles stand in it, or the same in another order. */
    void rearranged(Instant now) {
        updatedAt = now;
    }

    boolean isFeatured() {
        return FEATURED.equals(slug);
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

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    @Override
    public int version() {
        return version;
    }
}
