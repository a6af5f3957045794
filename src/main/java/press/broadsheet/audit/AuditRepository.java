package press.broadsheet.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import press.broadsheet.page.Page;
import press.broadsheet.page.PageRequest;
import press.broadsheet.page.PageRequest.Count;
import press.broadsheet.page.Position;
import press.broadsheet.page.Total;

/** Answers questions about what was done. */
@ApplicationScoped
class AuditRepository {
    private static final UUID NO_ID = new UUID(0, 0);

    private final Session session;

    AuditRepository(Session session) {
        this.session = session;
    }

    /** A page of what a filter lets through: one statement, one more if it is to be counted. */
    Page<AuditEntry> list(AuditFilter filter, PageRequest request) {
        NativeQuery<Object[]> query = session.createNativeQuery(
                        """
                        select c.number, c.at, c.actor, c.kind, c.type, c.id, c.slug, c.request_id
                        from change c
                        where %s and %s
                        order by %s
                        limit :rows""".formatted(filter.where(), request.where(), request.orderBy()), Object[].class)
                .setParameter("rows", request.rows());
        filter.bindings().forEach(query::setParameter);
        request.bindings().forEach(query::setParameter);
        List<AuditEntry> rows =
                query.getResultList().stream().map(AuditRepository::entry).toList();
        Page<AuditEntry> page = Page.of(request, rows, entry -> Position.at(entry.number(), NO_ID));
        return request.count() == Count.NONE ? page : page.with(Total.exact(count(filter)));
    }

    private long count(AuditFilter filter) {
        NativeQuery<Long> query =
                session.createNativeQuery("select count(*) from change c where " + filter.where(), Long.class);
        filter.bindings().forEach(query::setParameter);
        return query.getSingleResult();
    }

    private static AuditEntry entry(Object[] row) {
        return new AuditEntry(
                ((Number) row[0]).longValue(),
                (Instant) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4],
                (UUID) row[5],
                (String) row[6],
                (String) row[7]);
    }
}
