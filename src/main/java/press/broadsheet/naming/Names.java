package press.broadsheet.naming;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import press.broadsheet.content.Reference;
import press.broadsheet.content.Slug;
import press.broadsheet.problem.ProblemException;
import press.broadsheet.problem.Violations;

/** Gives slugs to things, and remembers in the table {@code former_name} where those lead that things had before. */
@ApplicationScoped
public class Names {
    private final Session session;
    private final Moved moved;

    Names(Session session, Moved moved) {
        this.session = session;
        this.moved = moved;
    }

    /**
     * The slug of a new thing.
     *
     * @param given what the client wants; null to have one made of the title
     * @throws ProblemException 409 if another thing of its kind has it, or ever had it
     */
    public String choose(NamedRepository<?> things, String given, String title) {
        return Slug.choose(given, title, slug -> isTaken(things, slug, null))
                .orElseThrow(() -> ProblemException.taken("/slug", given));
    }

    /**
     * The slug that a thing shall have from now on; the present one leads to it for ever. It may have one back that it had.
     *
     * @param wanted null to leave it
     * @throws ProblemException 409 if another thing of its kind has it, or ever had it
     */
    public String rename(NamedRepository<?> things, Named thing, String wanted) {
        if (wanted == null || wanted.equals(thing.slug())) {
            return thing.slug();
        }
        String slug = Slug.choose(wanted, wanted, taken -> isTaken(things, taken, thing.id()))
                .orElseThrow(() -> ProblemException.taken("/slug", wanted));
        remember(things.kind(), Map.of(thing.slug(), thing.id()));
        return slug;
    }

    /** What a name that is no present one leads to; whether that is still there is another question. */
    public Optional<UUID> leadsTo(Kind kind, String name) {
        return session.createNativeQuery("select id from former_name where kind = :kind and name = :name", UUID.class)
                .setParameter("kind", kind.code())
                .setParameter("name", name)
                .uniqueResultOptional();
    }

    /** The thing of an id or a slug, be it one that it had. */
    public <T extends Named> Optional<T> find(NamedRepository<T> things, Reference reference) {
        return things.referredToBy(reference)
                .or(() -> reference.isPossible()
                        ? leadsTo(things.kind(), reference.key()).flatMap(things::withId)
                        : Optional.empty());
    }

    /**
     * What a list of references in a body means, see {@link References#all}; names that things had count too: an older text, a
     * revision or an export, names them as they were called then.
     */
    public <T extends Named> List<T> findAll(
            String pointer, NamedRepository<T> things, List<Reference> references, Violations violations) {
        Map<String, T> present = things.referredToByAny(references);
        List<String> others = references.stream()
                .filter(Reference::isPossible)
                .map(Reference::key)
                .filter(name -> !present.containsKey(name))
                .toList();
        Map<String, T> former = others.isEmpty() ? Map.of() : calledBefore(things, others);
        return References.all(pointer, things.kind().code(), references, present, former, violations);
    }

    private <T extends Named> Map<String, T> calledBefore(NamedRepository<T> things, List<String> names) {
        List<Object[]> rows = session.createNativeQuery(
                        "select name, id from former_name where kind = :kind and name = any(:names)", Object[].class)
                .setParameter("kind", things.kind().code())
                .setParameter("names", names.toArray(String[]::new))
                .getResultList();
        Map<String, T> found = things.referredToByAny(
                rows.stream().map(row -> Reference.to((UUID) row[1])).toList());
        return rows.stream()
                .filter(row -> found.containsKey(row[1].toString()))
                .collect(Collectors.toMap(row -> (String) row[0], row -> found.get(row[1].toString())));
    }

    /** What to answer where nothing has this name now: it moved (301), it is gone (410), or it was never there (404). */
    public <T extends Named> RuntimeException missing(NamedRepository<T> things, Reference reference) {
        String kind = things.kind().code();
        if (!reference.isPossible()) {
            return ProblemException.noSuch(kind, reference);
        }
        return leadsTo(things.kind(), reference.key())
                .map(id -> things.withId(id)
                        .map(thing -> moved.to(things.kind().segment(), thing.slug()))
                        .orElseGet(() -> ProblemException.gone(kind, reference)))
                .orElseGet(() -> ProblemException.noSuch(kind, reference));
    }

    /** Lets names lead to things from now on, each to the one of its id. */
    public void remember(Kind kind, Map<String, UUID> names) {
        if (names.isEmpty()) {
            return;
        }
        session.createNativeMutationQuery("""
                        insert into former_name (kind, name, id)
                        select :kind, name, id from unnest(:names, :ids) as former (name, id)
                        on conflict (kind, name) do update set id = excluded.id""")
                .setParameter("kind", kind.code())
                .setParameter("names", names.keySet().toArray(String[]::new))
                .setParameter("ids", names.values().toArray(UUID[]::new))
                .executeUpdate();
    }

    /** Lets all names that a thing has and had lead to its heir; to nothing, if it is its own. */
    void bequeath(Kind kind, Named thing, UUID heir) {
        session.createNativeMutationQuery("update former_name set id = :heir where kind = :kind and id = :id")
                .setParameter("kind", kind.code())
                .setParameter("id", thing.id())
                .setParameter("heir", heir)
                .executeUpdate();
        remember(kind, Map.of(thing.slug(), heir, thing.id().toString(), heir));
    }

    /** The present names are asked for first: one that is given up meanwhile is found among the former ones. */
    private boolean isTaken(NamedRepository<?> things, String slug, UUID owner) {
        return things.isTaken(slug)
                || leadsTo(things.kind(), slug).filter(id -> !id.equals(owner)).isPresent();
    }
}
