package press.broadsheet.author;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.hibernate.annotations.EmbeddedColumnNaming;
import press.broadsheet.content.Ids;
import press.broadsheet.media.Image;
import press.broadsheet.naming.Named;

/** Someone who writes articles. */
@Entity
@Table(name = "author")
public class Author implements Named {
    @Id
    private UUID id;

    private String slug;
    private String name;
    private String title;
    private String bio;

    @Embedded
    @EmbeddedColumnNaming("image_%s")
    private Image image;

    @Version
    private int version;

    private Instant updatedAt;

    protected Author() {}

    static Author of(AuthorDraft draft, String slug, Instant now) {
        Author author = new Author();
        author.id = Ids.next();
        author.revise(draft, slug, now);
        return author;
    }

    /** Replaces all that is said of them. */
    void revise(AuthorDraft draft, String newSlug, Instant now) {
        slug = newSlug;
        name = draft.name();
        title = draft.title();
        bio = draft.bio();
        image = draft.image();
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

    public String name() {
        return name;
    }

    /** What they are at the paper: "City editor". */
    public String title() {
        return title;
    }

    public String bio() {
        return bio;
    }

    public Image image() {
        return image;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    @Override
    public int version() {
        return version;
    }
}
