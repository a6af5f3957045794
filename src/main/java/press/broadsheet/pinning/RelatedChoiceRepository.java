package press.broadsheet.pinning;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import press.broadsheet.pinning.RelatedChoices.Choice;

/** What editors chose to stand beside articles: the tables {@code related_choice}, {@code related_pin} and
 * {@code related_exclusion}. */
@ApplicationScoped
class RelatedChoiceRepository {
    private static final String PINS = """
            select a.id, a.slug, a.title from related_pin p join article a on a.id = p.related_id
            where p.article_id = :article order by p.position""";

    private static final String EXCLUSIONS = """
            select a.id, a.slug, a.title from related_exclusion e join article a on a.id = e.excluded_id
            where e.article_id = :article order by a.slug""";

    private final Session session;

    RelatedChoiceRepository(Session session) {
        this.session = session;
    }

    RelatedChoices of(UUID article) {
        return new RelatedChoices(choices(PINS, article), choices(EXCLUSIONS, article), version(article));
    }

    private int version(UUID article) {
        return session.createNativeQuery(
                        "select version from related_choice where article_id = :article", Integer.class)
                .setParameter("article", article)
                .uniqueResultOptional()
                .orElse(0);
    }

    private List<Choice> choices(String query, UUID article) {
        return session
                .createNativeQuery(query, Object[].class)
                .setParameter("article", article)
                .getResultList()
                .stream()
                .map(row -> new Choice((UUID) row[0], (String) row[1], (String) row[2]))
                .toList();
    }

    void replace(UUID article, int version, Collection<UUID> pins, Collection<UUID> exclusions) {
        session.createNativeMutationQuery("""
                        insert into related_choice (article_id, version) values (:article, :version)
                        on conflict (article_id) do update set version = excluded.version""")
                .setParameter("article", article)
                .setParameter("version", version)
                .executeUpdate();
        List.of(
                        "delete from related_pin where article_id = :article",
                        "delete from related_exclusion where article_id = :article")
                .forEach(deletion -> session.createNativeMutationQuery(deletion)
                        .setParameter("article", article)
                        .executeUpdate());
        insert("""
                insert into related_pin (article_id, position, related_id)
                select :article, place - 1, id from unnest(:others) with ordinality as pin (id, place)""", article, pins);
        insert("""
                insert into related_exclusion (article_id, excluded_id)
                select :article, id from unnest(:others) as exclusion (id)""", article, exclusions);
    }

    private void insert(String statement, UUID article, Collection<UUID> others) {
        session.createNativeMutationQuery(statement)
                .setParameter("article", article)
                .setParameter("others", others.toArray(UUID[]::new))
                .executeUpdate();
    }
}
