package press.broadsheet.likeness;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;

/** Takes down by what articles can be told to be like others: their words and their fingerprints. */
@ApplicationScoped
public class Likeness {
    private final Session session;
    private final AtomicInteger taken = new AtomicInteger();

    Likeness(Session session) {
        this.session = session;
    }

    /** Takes the likeness of articles anew, in the transaction that changed them: two statements, however many they are. */
    public void take(List<Wording> articles) {
        session.flush();
        UUID[] ids = articles.stream().map(Wording::article).toArray(UUID[]::new);
        session.createNativeQuery("select 1 from weigh_terms(:ids)", Integer.class)
                .setParameter("ids", ids)
                .getSingleResult();
        session.createNativeMutationQuery("""
                        insert into article_fingerprint (article_id, hashes)
                        select article, cast(hashes as integer[]) from unnest(:ids, :fingerprints) as taken (article, hashes)
                        on conflict (article_id) do update set hashes = excluded.hashes""")
                .setParameter("ids", ids)
                .setParameter(
                        "fingerprints",
                        articles.stream().map(Likeness::fingerprint).toArray(String[]::new))
                .executeUpdate();
        taken.addAndGet(articles.size());
    }

    /** As PostgreSQL writes an array, since it knows no array of arrays that differ in length. */
    private static String fingerprint(Wording article) {
        return Arrays.stream(article.text().shingles().fingerprint())
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** How many articles this node has taken since the last time that this was asked. */
    int takenSince() {
        return taken.getAndSet(0);
    }

    /** Gives a number back that was asked for too early. */
    void stillTaken(int number) {
        taken.addAndGet(number);
    }
}
