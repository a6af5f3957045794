package press.broadsheet.sync;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;

import org.hibernate.Session;

/** Answers which changes readers may be told of: what never was visible to them is not among these. */
@ApplicationScoped
class ToldChanges {
    private final Session session;

    ToldChanges(Session session) {
        this.session = session;
    }

    /** The number of the newest one, 0 if there is none. */
    @ActivateRequestContext
    long newest() {
        return session.createNativeQuery("select coalesce(max(number), 0) from change where visible", Long.class)
                .getSingleResult();
    }

    /** Those behind one number and up to another, oldest first. Numbers are in commit order: none is missing that comes later. */
    @ActivateRequestContext
    List<ToldChange> between(long after, long upTo, ChangeFilter filter, int limit) {
        return session
                .createNativeQuery("""
                        select number, at, kind, type, id, slug
                        from change
                        where visible and number > :after and number <= :upTo
                          and (cardinality(:types) = 0 or type = any(:types))
                          and (cardinality(:kinds) = 0 or kind = any(:kinds))
                        order by number
                        limit :limit""", Object[].class)
                .setParameter("after", after)
                .setParameter("upTo", upTo)
                .setParameter("types", filter.types().toArray(String[]::new))
                .setParameter("kinds", filter.kinds().toArray(String[]::new))
                .setParameter("limit", limit)
                .getResultList()
                .stream()
                .map(ToldChanges::told)
                .toList();
    }

    private static ToldChange told(Object[] row) {
        return new ToldChange(
                (Long) row[0], (Instant) row[1], (String) row[2], (String) row[3], (UUID) row[4], (String) row[5]);
    }
}
