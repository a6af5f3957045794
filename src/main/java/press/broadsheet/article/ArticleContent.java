package press.broadsheet.article;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.PrimaryKeyJoinColumn;

import org.hibernate.annotations.EmbeddedColumnNaming;
import press.broadsheet.author.Author;
import press.broadsheet.content.Keys;
import press.broadsheet.media.Image;
import press.broadsheet.section.Section;
import press.broadsheet.tag.Tag;

/** What an article says, wherever it is read from: the table of all articles, or the view of those that readers may see. */
@MappedSuperclass
public abstract class ArticleContent {
    @Id
    UUID id;

    String slug;
    String type;
    String title;
    String summary;
    String lang;

    /** Its own at first; from then on a matter of {@code story}, which does not make it another version. */
    @Column(updatable = false)
    UUID storyId;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "section_id")
    Section section;

    @ManyToMany
    @JoinTable(
            name = "article_tag",
            joinColumns = @JoinColumn(name = "article_id"),
            inverseJoinColumns = @JoinColumn(name = "tag_id"))
    @OrderColumn(name = "position")
    List<Tag> tags = new ArrayList<>();

    @ManyToMany
    @JoinTable(
            name = "article_author",
            joinColumns = @JoinColumn(name = "article_id"),
            inverseJoinColumns = @JoinColumn(name = "author_id"))
    @OrderColumn(name = "position")
    List<Author> authors = new ArrayList<>();

    @OneToOne(fetch = FetchType.LAZY, optional = false, cascade = CascadeType.ALL)
    @PrimaryKeyJoinColumn
    ArticleBody body;

    @Embedded
    @EmbeddedColumnNaming("image_%s")
    Image image;

    @Embedded
    @EmbeddedColumnNaming("source_%s")
    Source source;

    String canonicalUrl;
    Instant publishedAt;
    Instant unpublishAt;
    Instant updatedAt;

    public UUID id() {
        return id;
    }

    public String slug() {
        return slug;
    }

    public String type() {
        return type;
    }

    public String title() {
        return title;
    }

    public String summary() {
        return summary;
    }

    public String lang() {
        return lang;
    }

    /** The language without script and region: readers of {@code en-GB} read {@code en-US} too. */
    public String language() {
        return lang.split("-", 2)[0];
    }

    /** Near-duplicates share it; no list shows two articles of one story. */
    public UUID storyId() {
        return storyId;
    }

    public Section section() {
        return section;
    }

    /** In the editors' order. */
    public List<Tag> tags() {
        return Collections.unmodifiableList(tags);
    }

    /** In the editors' order. */
    public List<Author> authors() {
        return Collections.unmodifiableList(authors);
    }

    /** In a table of its own, so that lists do not read it. */
    public ArticleBody body() {
        return body;
    }

    public Image image() {
        return image;
    }

    public Source source() {
        return source;
    }

    public String canonicalUrl() {
        return canonicalUrl;
    }

    public Instant publishedAt() {
        return publishedAt;
    }

    public Instant unpublishAt() {
        return unpublishAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    /** What a change of it touches: itself, and every list that it stands in. */
    public Set<String> keys() {
        return Stream.of(
                        Stream.of(Keys.article(id), Keys.ARTICLES),
                        section.trail().stream().map(crumb -> Keys.articlesIn(crumb.id())),
                        tags.stream().map(tag -> Keys.articlesTagged(tag.id())),
                        authors.stream().map(author -> Keys.articlesBy(author.id())),
                        Stream.ofNullable(publishedAt)
                                .map(instant -> Keys.articlesOf(YearMonth.from(instant.atOffset(ZoneOffset.UTC)))))
                .flatMap(keys -> keys)
                .collect(Collectors.toUnmodifiableSet());
    }

    public abstract int version();
}
