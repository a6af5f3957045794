package press.broadsheet.preview;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import press.broadsheet.content.Ids;

/** What a token opens: an article, or the site as of an instant; one of the two. */
@Entity
@Table(name = "preview_token")
class Preview {
    @Id
    private UUID id;

    private byte[] tokenHash;
    private UUID articleId;
    private Instant asOf;
    private Instant createdAt;
    private String createdBy;
    private Instant expiresAt;

    protected Preview() {}

    static Preview ofArticle(UUID article) {
        Preview preview = new Preview();
        preview.id = Ids.next();
        preview.articleId = article;
        return preview;
    }

    static Preview ofSite(Instant asOf) {
        Preview preview = new Preview();
        preview.id = Ids.next();
        preview.asOf = asOf;
        return preview;
    }

    /** Lets a token open it for a time. */
    Preview opensWith(PreviewToken token, String actor, Instant now, Duration time) {
        tokenHash = token.hash();
        createdAt = now;
        createdBy = actor;
        expiresAt = now.plus(time);
        return this;
    }

    UUID id() {
        return id;
    }

    /** Null for the site. */
    UUID articleId() {
        return articleId;
    }

    /** Null for an article. */
    Instant asOf() {
        return asOf;
    }

    /** Whether an address has this preview's token, and asks for this and not for what tokens of the other kind open. */
    boolean isAt(PreviewAddress address) {
        return MessageDigest.isEqual(tokenHash, address.token().hash())
                && (articleId == null ? address.isSite() : address.isArticle());
    }

    Instant createdAt() {
        return createdAt;
    }

    String createdBy() {
        return createdBy;
    }

    Instant expiresAt() {
        return expiresAt;
    }
}
