package press.broadsheet.collection;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A list of articles that editors order by hand. */
@Entity
@Table(name = "collection")
class Collection {
    /** The one that every site has: what the editors put first. */
    static final String FEATURED = "featured";

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

    UUID id() {
        return id;
    }

    String slug() {
        return slug;
    }

    String name() {
        return name;
    }

    String description() {
        return description;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    int version() {
        return version;
    }

    void changed(Instant now) {
        updatedAt = now;
    }
}
