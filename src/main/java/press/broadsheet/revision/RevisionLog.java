package press.broadsheet.revision;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import press.broadsheet.access.Actor;
import press.broadsheet.page.Page;
import press.broadsheet.page.PageRequest;
import press.broadsheet.page.Position;
import press.broadsheet.page.Sorting;

/** The table {@code article_revision}: appended in the transaction of the save, never changed. */
@ApplicationScoped
public class RevisionLog {
    /** The newest first, or the oldest. */
    static final Sorting SORTING =
            new Sorting("r.article_id", "-version", List.of(Sorting.Key.number("version", "r.version")));

    private static final TypeReference<Map<String, Object>> CONTENT = new TypeReference<>() {};

    private final Session session;
    private final Actor actor;
    private final ObjectMapper json;

    RevisionLog(Session session, Actor actor, ObjectMapper json) {
        this.session = session;
        this.actor = actor;
        this.json = json;
    }

    /**
     * Appends what an article says now.
     *
     * @param version the one that the save made
     * @param action what was done, in one word
     * @param content the draft that would bring it back
     */
    public void append(UUID article, int version, String action, Object content) {
        session.createNativeMutationQuery("""
                        insert into article_revision (article_id, version, actor, action, content)
                        values (:article, :version, :actor, :action, cast(:content as json))""")
                .setParameter("article", article)
                .setParameter("version", version)
                .setParameter("actor", actor.name())
                .setParameter("action", action)
                .setParameter("content", written(content))
                .executeUpdate();
    }

    public Optional<Revision> find(UUID article, int version) {
        return first("version = :version", article, version);
    }

    /** The revision that another one replaced: versions that the clock made have none of their own. */
    Optional<Revision> before(UUID article, int version) {
        return first("version < :version", article, version);
    }

    private Optional<Revision> first(String condition, UUID article, int version) {
        return session.createNativeQuery("""
                        select version, at, actor, action, cast(content as text)
                        from article_revision where article_id = :article and %s
                        order by version desc limit 1""".formatted(condition), Object[].class)
                .setParameter("article", article)
                .setParameter("version", version)
                .getResultStream()
                .map(row -> new Revision(
                        (Integer) row[0], (Instant) row[1], (String) row[2], (String) row[3], read((String) row[4])))
                .findFirst();
    }

    /** A page of an article's revisions, without what they say. */
    Page<RevisionEntry> list(UUID article, PageRequest request) {
        NativeQuery<Object[]> query = session.createNativeQuery(
                        """
                        select r.version, r.at, r.actor, r.action, r.content ->> 'title'
                        from article_revision r
                        where r.article_id = :article and %s
                        order by %s
                        limit :rows""".formatted(request.where(), request.orderBy()), Object[].class)
                .setParameter("article", article)
                .setParameter("rows", request.rows());
        request.bindings().forEach(query::setParameter);
        List<RevisionEntry> rows = query.getResultStream()
                .map(row -> new RevisionEntry(
                        (Integer) row[0], (Instant) row[1], (String) row[2], (String) row[3], (String) row[4]))
                .toList();
        return Page.of(request, rows, entry -> Position.at((long) entry.version(), article));
    }

    private String written(Object content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a draft was read from JSON", impossible);
        }
    }

    private Map<String, Object> read(String content) {
        try {
            return json.readValue(content, CONTENT);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("the column is of type json", impossible);
        }
    }
}
