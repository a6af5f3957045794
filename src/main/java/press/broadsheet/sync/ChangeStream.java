package press.broadsheet.sync;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;
import press.broadsheet.change.Followed;
import press.broadsheet.problem.ProblemException;
import press.broadsheet.problem.ProblemType;

/**
 * Everybody who listens on this node, and the one reader for all of them. It reads when this node has followed the change
 * log, so that what a listener fetches after an event is not answered from what was kept before it.
 */
@ApplicationScoped
class ChangeStream {
    private static final Logger LOG = Logger.getLogger(ChangeStream.class);
    private static final Duration COME_AGAIN = Duration.ofSeconds(30);
    private static final int PAGE = 100;

    /** Those who come back after a restart all read from the log at once; the database has other things to do. */
    private static final int LOADERS = 2;

    private final ToldChanges told;
    private final StreamConfig config;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService telling =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "change-stream"));
    private final ExecutorService loading =
            Executors.newFixedThreadPool(LOADERS, task -> new Thread(task, "change-backlog"));
    private Future<?> keepingAlive;
    private volatile Recent recent;
    private volatile long followed;

    ChangeStream(ToldChanges told, StreamConfig config) {
        this.told = told;
        this.config = config;
    }

    @PostConstruct
    void begin() {
        recent = Recent.from(told.newest());
    }

    void start(@Observes StartupEvent started) {
        long millis = config.keepAlive().toMillis();
        keepingAlive = telling.scheduleWithFixedDelay(this::keepAlive, millis, millis, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent stopping) {
        keepingAlive.cancel(false);
        telling.shutdownNow();
        loading.shutdownNow();
        endAll();
    }

    /** They come back, to another node if there is one. */
    void endAll() {
        listeners.forEach(Listener::end);
    }

    void follow(@Observes Followed news) {
        followed = news.number();
        telling.execute(this::read);
    }

    /** @throws ProblemException 503 if as many listen as may */
    void admit() {
        if (listeners.size() >= config.mostListeners()) {
            throw ProblemException.of(
                            ProblemType.UNAVAILABLE,
                            "As many clients listen as may; poll `/v1/changes`, or come back later.")
                    .retryAfter(COME_AGAIN);
        }
    }

    void join(Listener listener) {
        listeners.add(listener);
    }

    void leave(Listener listener) {
        listeners.remove(listener);
    }

    int listening() {
        return listeners.size();
    }

    Recent recent() {
        return recent;
    }

    /** Brings a listener what is older than what all share. */
    void load(Listener listener, long after) {
        loading.execute(() -> {
            try {
                long upTo = recent.upTo();
                listener.bring(told.between(after, upTo, listener.filter(), PAGE), upTo);
            } catch (RuntimeException unreachable) {
                LOG.debug("A listener can't be told what it missed; it will come back for it", unreachable);
                listener.end();
            }
        });
    }

    private void read() {
        try {
            long target = followed;
            while (recent.upTo() < target) {
                List<ToldChange> later = told.between(recent.upTo(), target, ChangeFilter.NONE, Recent.MOST);
                boolean more = later.size() == Recent.MOST;
                recent = recent.plus(later, more ? later.get(later.size() - 1).number() : target);
            }
            listeners.forEach(Listener::advance);
        } catch (RuntimeException unreachable) {
            LOG.debug("Listeners can't be told what is new; they will be once the log can be read", unreachable);
        }
    }

    /** At every interval. */
    void keepAlive() {
        read();
        listeners.forEach(Listener::keepAlive);
    }
}
