package press.broadsheet.naming;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import press.broadsheet.change.Change;
import press.broadsheet.change.ChangeKind;
import press.broadsheet.change.ChangeLog;
import press.broadsheet.content.Reference;
import press.broadsheet.problem.ProblemException;
import press.broadsheet.problem.ProblemType;
import press.broadsheet.writing.IfMatch;

/** What is the same for every kind when a thing comes, changes or goes: it is locked, stored, and told of. */
@ApplicationScoped
public class Register {
    private final Names names;
    private final ChangeLog changes;

    Register(Names names, ChangeLog changes) {
        this.names = names;
        this.changes = changes;
    }

    /** Adds a thing, which readers see at once. */
    public <T extends Named> T add(NamedRepository<T> things, T thing) {
        things.persist(thing);
        append(ChangeKind.PUBLISH, things.kind(), thing, things.kind().ownKeys(thing.id()));
        return thing;
    }

    /**
     * A thing for a change of it. Nobody else changes it until this transaction ends, so of two editors who have read the same
     * version one waits, and is then told that there is a newer one.
     *
     * @throws ProblemException 404 if there is none, 412 if it is not of the expected version
     */
    public <T extends Named> T open(NamedRepository<T> things, Reference reference, IfMatch expected) {
        T thing = things.locked(reference)
                .orElseThrow(() -> ProblemException.noSuch(things.kind().code(), reference));
        expected.check(thing.version());
        return thing;
    }

    /** Tells of a change. */
    public <T extends Named> T changed(NamedRepository<T> things, T thing) {
        return changed(things, thing, Set.of());
    }

    /** Tells of a change that touches more than the thing and the names of it on cards. */
    public <T extends Named> T changed(NamedRepository<T> things, T thing, Set<String> moreKeys) {
        append(ChangeKind.UPDATE, things.kind(), thing, with(moreKeys, things.kind(), thing));
        return thing;
    }

    /** Removes a thing for good; its names are never given to another. */
    public <T extends Named> void remove(NamedRepository<T> things, T thing) {
        remove(things, thing, thing.id(), Set.of());
    }

    /**
     * Removes a thing whose names lead to another one from now on.
     *
     * @param moreKeys what that touches besides
     */
    public <T extends Named> void remove(NamedRepository<T> things, T thing, UUID heir, Set<String> moreKeys) {
        names.bequeath(things.kind(), thing, heir);
        things.delete(thing);
        append(ChangeKind.DELETE, things.kind(), thing, with(moreKeys, things.kind(), thing));
    }

    /**
     * Lets pass what has no use.
     *
     * @param what one of the users, "article"
     * @param remedy what an editor can do about it, in the imperative
     * @throws ProblemException 409 that says how many there are
     */
    public static void refuseUsed(long uses, String what, String remedy) {
        if (uses > 0) {
            throw ProblemException.of(
                    ProblemType.CONFLICT,
                    "It is in use by %d %s%s: %s.".formatted(uses, what, uses == 1 ? "" : "s", remedy));
        }
    }

    private void append(ChangeKind change, Kind kind, Named thing, Set<String> keys) {
        changes.append(Change.of(change, kind.code(), thing.id(), thing.slug())
                .touching(keys)
                .visibleToAll());
    }

    private static Set<String> with(Set<String> moreKeys, Kind kind, Named thing) {
        Set<String> keys = new HashSet<>(kind.keys(thing.id()));
        keys.addAll(moreKeys);
        return keys;
    }
}
