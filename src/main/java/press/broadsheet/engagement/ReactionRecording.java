package press.broadsheet.engagement;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import press.broadsheet.database.Secrets;

/**
 * The only place where reactions are written. One row for each reader's reaction, so that the same one twice counts once. What
 * is stored of a reader is a keyed hash with the article in it: the same reader under two articles can't be told.
 */
@ApplicationScoped
public class ReactionRecording {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int UUID_BYTES = 16;

    private final Session session;
    private final Secrets secrets;

    ReactionRecording(Session session, Secrets secrets) {
        this.session = session;
        this.secrets = secrets;
    }

    /** Whether this was the first time. */
    public boolean react(UUID article, String kind, UUID reader) {
        return react(article, kind, List.of(reader)) > 0;
    }

    /** How many of some readers had not given it before. */
    public int react(UUID article, String kind, List<UUID> readers) {
        return session.createNativeMutationQuery("""
                        insert into reaction (article_id, kind, reader)
                        select :article, :kind, reader from unnest(:readers) as given (reader)
                        on conflict do nothing""")
                .setParameter("article", article)
                .setParameter("kind", kind)
                .setParameter(
                        "readers",
                        readers.stream().map(reader -> hash(article, reader)).toArray(byte[][]::new))
                .executeUpdate();
    }

    void takeBack(UUID article, String kind, UUID reader) {
        session.createNativeMutationQuery(
                        "delete from reaction where article_id = :article and kind = :kind and reader = :reader")
                .setParameter("article", article)
                .setParameter("kind", kind)
                .setParameter("reader", hash(article, reader))
                .executeUpdate();
    }

    private byte[] hash(UUID article, UUID reader) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secrets.named("readers"), ALGORITHM));
            mac.update(bytes(article));
            return mac.doFinal(bytes(reader));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
        }
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(UUID_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
