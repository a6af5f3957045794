package press.broadsheet.search;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import org.hibernate.Session;

/**
 * Lets search find the articles of a database that is older than search: once, in small transactions, so that nobody waits for it. Whatever
 * is written from then on the database's triggers take care of; only the index takes up every ten seconds what they have written.
 * Nodes share the work; what a killed one had begun is done again.
 */
@ApplicationScoped
class SearchFilling {
    private static final int AT_ONCE = 100;

    private final Session session;
    private boolean filled;

    SearchFilling(Session session) {
        this.session = session;
    }

    @Scheduled(every = "1s", delayed = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void fill() {
        while (!filled) {
            filled = QuarkusTransaction.requiringNew().call(this::fillSome) == 0;
        }
    }

    @Scheduled(every = "10s", delayed = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    void merge() {
        QuarkusTransaction.requiringNew()
                .run(() -> session.createNativeQuery("select 1 from merge_pending_words()", Integer.class)
                        .getSingleResult());
    }

    private int fillSome() {
        return session.createNativeQuery("select search_fill(:batch)", Integer.class)
                .setParameter("batch", AT_ONCE)
                .getSingleResult();
    }
}
