package press.broadsheet.article;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

/** An article that readers may see at this instant, by the database's clock. */
@Entity
@Immutable
@Table(name = "published_article")
public class PublishedArticle extends ArticleContent {
    private int version;

    protected PublishedArticle() {}

    @Override
    public int version() {
        return version;
    }
}
