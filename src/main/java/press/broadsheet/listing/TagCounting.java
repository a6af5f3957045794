package press.broadsheet.listing;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import org.hibernate.Session;
import press.broadsheet.change.Change;
import press.broadsheet.change.ChangeKind;
import press.broadsheet.change.ChangeLog;
import press.broadsheet.content.Changed;
import press.broadsheet.content.Keys;

/**
 * Counts the articles that readers can see under a tag, a second late and beside the writes: a counter that every write
 * touched would make them wait for each other. Counted anew is what changes touched; those that time makes are announced too.
 */
@ApplicationScoped
class TagCounting {
    /** Counting a tag of a large archive takes a fraction of a second; more of them wait for the next round. */
    private static final int AT_ONCE = 50;

    private final Session session;
    private final ChangeLog changes;
    private final Set<UUID> due = ConcurrentHashMap.newKeySet();
    private boolean counted;

    TagCounting(Session session, ChangeLog changes) {
        this.session = session;
        this.changes = changes;
    }

    void note(@Observes Changed change) {
        change.keys().stream().flatMap(key -> Keys.tagOf(key).stream()).forEach(due::add);
    }

    /** What could not be counted, or whose count could not be committed, stays due. */
    @Scheduled(every = "1s", delayed = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void count() {
        if (!counted) {
            due.addAll(QuarkusTransaction.requiringNew().call(this::allTags));
            counted = true;
        }
        Set<UUID> tags = due.stream().limit(AT_ONCE).collect(Collectors.toSet());
        if (tags.isEmpty()) {
            return;
        }
        due.removeAll(tags);
        try {
            QuarkusTransaction.requiringNew().run(() -> tell(count(tags)));
        } catch (RuntimeException failed) {
            due.addAll(tags);
            throw failed;
        }
    }

    /** For the first count of this node: the one before may have gone between a change and its count. */
    private List<UUID> allTags() {
        return session.createNativeQuery("select id from tag", UUID.class).getResultList();
    }

    /** The tags whose number is another one than before; locked in one order, so that two nodes do not wait for each other. */
    private List<UUID> count(Set<UUID> tags) {
        return session.createNativeQuery("""
                        with wanted as materialized (
                            select id from tag where id = any(:tags) order by id for no key update),
                        counted as (
                            select wanted.id, (select count(*)
                                               from article_tag link join published_article a on a.id = link.article_id
                                               where link.tag_id = wanted.id) as articles
                            from wanted)
                        update tag set articles = counted.articles
                        from counted
                        where tag.id = counted.id and tag.articles <> counted.articles
                        returning tag.id""", UUID.class)
                .setParameter("tags", tags.toArray(UUID[]::new))
                .getResultList();
    }

    private void tell(List<UUID> changed) {
        if (!changed.isEmpty()) {
            Set<String> keys = Stream.concat(
                            Stream.of(Keys.TAGS), changed.stream().map(Keys::tag))
                    .collect(Collectors.toSet());
            changes.append(Change.of(ChangeKind.UPDATE, "tag", null, null).touching(keys));
        }
    }
}
