package press.broadsheet.naming;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import press.broadsheet.content.Reference;
import press.broadsheet.problem.ProblemException;

/** Answers which thing of one kind a name means: the present names only, {@link Names} knows the former ones. */
public interface NamedRepository<T extends Named> extends PanacheRepositoryBase<T, UUID> {
    Kind kind();

    default Optional<T> withId(UUID id) {
        return findByIdOptional(id);
    }

    /** The thing of an id or a slug; what could be neither costs no statement. */
    default Optional<T> referredToBy(Reference reference) {
        return reference.isPossible() ? referredTo(reference).firstResultOptional() : Optional.empty();
    }

    /**
     * The thing of an id or a slug, for its editors.
     *
     * @throws ProblemException 404 if there is none
     */
    default T existing(Reference reference) {
        return referredToBy(reference).orElseThrow(() -> ProblemException.noSuch(kind().code(), reference));
    }

    /** The things of some ids and slugs, by {@link Reference#key()}; a reference to nothing is not among them. */
    default Map<String, T> referredToByAny(List<Reference> references) {
        Map<String, T> things = new HashMap<>();
        find("id in ?1 or slug in ?2", Reference.ids(references), Reference.slugs(references)).stream()
                .forEach(thing -> {
                    things.put(thing.id().toString(), thing);
                    things.put(thing.slug(), thing);
                });
        return things;
    }

    /** The thing of an id or a slug, which nobody else can change until this transaction ends. */
    default Optional<T> locked(Reference reference) {
        return reference.isPossible()
                ? referredTo(reference).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional()
                : Optional.empty();
    }

    /** Whether one has this slug now. */
    default boolean isTaken(String slug) {
        return count("slug", slug) > 0;
    }

    private PanacheQuery<T> referredTo(Reference reference) {
        return find(
                "id = ?1 or slug = ?2",
                reference.id().orElse(null),
                reference.slug().orElse(null));
    }
}
