package press.broadsheet.article;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import press.broadsheet.content.SafeText;

/** An article's text: as it was sent, and what may be shown of it. */
@Entity
@Table(name = "article_body")
public class ArticleBody {
    @Id
    private UUID articleId;

    private String raw;

    @Enumerated(EnumType.STRING)
    private SafeText.Format format;

    private String policy;
    private String html;
    private String text;
    private int words;

    protected ArticleBody() {}

    ArticleBody(UUID articleId) {
        this.articleId = articleId;
    }

    void take(SafeText body) {
        raw = body.raw();
        format = body.format();
        policy = body.policy();
        html = body.html();
        text = body.text();
        words = body.words();
    }

    SafeText content() {
        return new SafeText(raw, format, html, text, words, policy);
    }

    /** As it was sent; for editors only. */
    public String raw() {
        return raw;
    }

    public SafeText.Format format() {
        return format;
    }

    /** The version of the policy that cleaned it. */
    public String policy() {
        return policy;
    }

    public String html() {
        return html;
    }

    public String text() {
        return text;
    }

    public int words() {
        return words;
    }
}
