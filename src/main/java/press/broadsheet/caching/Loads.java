package press.broadsheet.caching;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;

import io.vertx.ext.web.RoutingContext;
import press.broadsheet.problem.ProblemException;
import press.broadsheet.problem.ProblemType;
import press.broadsheet.query.CanonicalRequest;

/**
 * The loads under way on this node, one for each question at a time: who asks meanwhile is answered with what was kept until a
 * moment ago, or waits, without a thread. While loading fails, one load in a second finds out whether it does again, and whoever
 * can be answered with what was kept before is.
 */
@Singleton
class Loads {
    /** Who has waited for so long is told that there is no answer now. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** So often one waits for another load because what the last one found was stale already; then one loads alone. */
    private static final int MOST_ROUNDS = 3;

    private static final long PAUSE = Duration.ofSeconds(1).toNanos();
    private static final String LOAD = Load.class.getName();
    private static final String FLIGHT = Flight.class.getName();

    /** What a load came to, for those who waited. */
    enum Result {
        /** An answer made of keys, to be kept. */
        LOADED,
        /** Another one: nothing is there, it has moved, or it can't be kept. Each who waited asks for themselves. */
        OTHER,
        /** None: 5xx. */
        FAILED
    }

    /**
     * @param shared whether others may wait for the load
     * @param load what is known as the load begins, asked for at that moment
     */
    record Asking(
            CanonicalRequest question,
            boolean shared,
            ContainerRequestContext request,
            RoutingContext context,
            Supplier<Load> load) {}

    /** @param began as System.nanoTime() counts */
    private record Flight(CanonicalRequest question, CompletableFuture<Result> result, long began) {}

    private final ConcurrentMap<CanonicalRequest, Flight> underWay = new ConcurrentHashMap<>();
    /** When loading is tried next, as System.nanoTime() counts; 0 while it succeeds. */
    private final AtomicLong nextTry = new AtomicLong();

    private final KeptAnswers answers;
    private final CacheStatus status;

    Loads(KeptAnswers answers, CacheStatus status) {
        this.answers = answers;
        this.status = status;
    }

    /** The load that a request is; null if it is none. */
    static Load of(ContainerRequestContext request) {
        return (Load) request.getProperty(LOAD);
    }

    /** What is kept, at once or once it is loaded; null for a request that is to load itself. */
    CompletionStage<Response> begin(Asking asking) {
        Optional<KeptAnswer> kept = answers.of(asking.question());
        if (kept.isPresent()) {
            return answered(asking, kept.get(), status.hit());
        }
        if (nextTry.get() != 0) {
            Optional<KeptAnswer> former = answers.ifFailing(asking.question());
            if (former.isPresent() && areFailing()) {
                return answered(asking, former.get(), failing(former.get()));
            }
        }
        return join(asking, 1);
    }

    /** Notes what a load came to, and lets those go on who waited for it. */
    void end(ContainerRequestContext request, Result result) {
        note(result != Result.FAILED);
        if (request.getProperty(FLIGHT) instanceof Flight flight) {
            status.loadTook(Duration.ofNanos(System.nanoTime() - flight.began()));
            land(flight, result);
        }
    }

    /** What is said of an answer in place of which none could be loaded. */
    String failing(KeptAnswer former) {
        return status.stale(answers.remaining(former), "loading-fails");
    }

    /** @param round how often this request has come here */
    private CompletionStage<Response> join(Asking asking, int round) {
        if (!asking.shared() || round > MOST_ROUNDS) {
            return alone(asking);
        }
        Flight own = new Flight(asking.question(), new CompletableFuture<>(), System.nanoTime());
        Flight other = underWay.putIfAbsent(asking.question(), own);
        if (other == null) {
            return lead(asking, own);
        }
        Optional<KeptAnswer> former = answers.whileLoading(asking.question());
        if (former.isPresent()) {
            return answered(asking, former.get(), status.stale(answers.remaining(former.get()), "revalidating"));
        }
        // Of a copy: who has no patience does not end it for the others.
        return other.result()
                .copy()
                .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(late -> Result.FAILED)
                .thenCompose(result -> goOn(asking, result, round));
    }

    private CompletionStage<Response> lead(Asking asking, Flight own) {
        // Another load may have ended after the last look.
        Optional<KeptAnswer> kept = answers.of(asking.question());
        if (kept.isPresent()) {
            land(own, Result.LOADED);
            return answered(asking, kept.get(), status.hit());
        }
        asking.request().setProperty(FLIGHT, own);
        // Whatever happens to the request, nobody waits for ever; and if its client has hung up, the next one loads.
        asking.context().addEndHandler(ended -> land(own, ended.failed() ? Result.LOADED : Result.FAILED));
        return alone(asking);
    }

    private CompletionStage<Response> goOn(Asking asking, Result result, int round) {
        Optional<KeptAnswer> kept = answers.of(asking.question());
        if (kept.isPresent()) {
            return answered(asking, kept.get(), status.collapsed());
        }
        return switch (result) {
            case LOADED -> join(asking, round + 1);
            case OTHER -> alone(asking);
            case FAILED -> {
                KeptAnswer former = answers.ifFailing(asking.question()).orElseThrow(Loads::unavailable);
                yield answered(asking, former, failing(former));
            }
        };
    }

    private static ProblemException unavailable() {
        return ProblemException.of(ProblemType.UNAVAILABLE, "What was asked for can't be loaded at the moment.")
                .retryAfter(Duration.ofSeconds(1));
    }

    private static CompletionStage<Response> answered(Asking asking, KeptAnswer kept, String status) {
        return CompletableFuture.completedStage(RestAnswers.again(asking.request(), kept, status));
    }

    /** Lets a request load itself, whatever others do. */
    static CompletionStage<Response> alone(Asking asking) {
        asking.request().setProperty(LOAD, asking.load().get());
        return CompletableFuture.completedStage(null);
    }

    private void land(Flight flight, Result result) {
        underWay.remove(flight.question(), flight);
        flight.result().complete(result);
    }

    private void note(boolean succeeded) {
        if (!succeeded) {
            // Zero is kept for the other case.
            nextTry.set((System.nanoTime() + PAUSE) | 1);
        } else if (nextTry.get() != 0) {
            nextTry.set(0);
        }
    }

    /** Whether loading is not worth trying for one who has something else. False for one caller in a second. */
    private boolean areFailing() {
        long at = nextTry.get();
        long now = System.nanoTime();
        return at != 0 && (now - at < 0 || !nextTry.compareAndSet(at, (now + PAUSE) | 1));
    }
}
