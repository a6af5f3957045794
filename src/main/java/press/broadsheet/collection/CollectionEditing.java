package press.broadsheet.collection;

import java.time.Clock;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import press.broadsheet.change.Change;
import press.broadsheet.change.ChangeKind;
import press.broadsheet.change.ChangeLog;
import press.broadsheet.content.Keys;

/** The only place where collections change. */
@ApplicationScoped
public class CollectionEditing {
    private final CollectionRepository collections;
    private final ChangeLog changes;
    private final Clock clock;

    CollectionEditing(CollectionRepository collections, ChangeLog changes, Clock clock) {
        this.collections = collections;
        this.changes = changes;
        this.clock = clock;
    }

    /** Puts an article at the end of the featured collection, unless it stands there. */
    public void feature(UUID article) {
        Collection featured = collections.named(Collection.FEATURED).orElseThrow();
        // Two at a time would both take the next position.
        collections.getEntityManager().lock(featured, LockModeType.PESSIMISTIC_WRITE);
        if (collections.append(featured, article)) {
            featured.changed(clock.instant());
            changes.append(Change.of(ChangeKind.UPDATE, "collection", featured.id(), featured.slug())
                    .touching(Set.of(Keys.COLLECTIONS, Keys.collection(featured.id())))
                    .visibleToAll());
        }
    }
}
