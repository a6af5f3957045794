package press.broadsheet.sync;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Flow.Publisher;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.ws.rs.sse.OutboundSseEvent;

/**
 * One client that listens. It takes at its own pace: what is new from {@link Recent}, which all share, what is older page by
 * page from the log. So nothing is kept for a slow one but its place; one that takes nothing for a while is cut off.
 *
 * <p>Whoever has news calls {@link #advance}; whichever thread comes first sends, the others only leave word (the queue drain
 * of reactive streams).
 */
final class Listener implements Publisher<OutboundSseEvent>, Subscription {
    private final ChangeStream stream;
    private final ChangeFilter filter;
    private final Events events;
    private final Runnable cut;
    private final AtomicLong demand = new AtomicLong();
    private final AtomicInteger calls = new AtomicInteger();
    private volatile boolean keepAlive;
    private volatile boolean ending;
    private volatile boolean ended;
    private volatile Older arrived;

    // What follows belongs to whichever thread is sending.
    private final Deque<ToldChange> changes = new ArrayDeque<>();
    private Subscriber<? super OutboundSseEvent> subscriber;
    private long position;
    private boolean loading;
    private boolean greeted;

    /** A page out of the log: all that there is up to a number. */
    private record Older(List<ToldChange> changes, long upTo) {}

    /** @param cut ends the connection of a client that takes nothing any more */
    Listener(ChangeStream stream, long position, ChangeFilter filter, Events events, Runnable cut) {
        this.stream = stream;
        this.position = position;
        this.filter = filter;
        this.events = events;
        this.cut = cut;
    }

    ChangeFilter filter() {
        return filter;
    }

    @Override
    public void subscribe(Subscriber<? super OutboundSseEvent> client) {
        subscriber = client;
        stream.join(this);
        client.onSubscribe(this);
    }

    @Override
    public void request(long more) {
        demand.addAndGet(more);
        advance();
    }

    @Override
    public void cancel() {
        ended = true;
        stream.leave(this);
    }

    /** Lets the client hear something if it has not of late; cuts it off if it has taken nothing since the last time. */
    void keepAlive() {
        if (keepAlive) {
            cancel();
            cut.run();
        } else {
            keepAlive = true;
            advance();
        }
    }

    /** Ends it in order: the client comes back elsewhere. */
    void end() {
        ending = true;
        advance();
    }

    /** Brings a page out of the log that it asked for. */
    void bring(List<ToldChange> older, long upTo) {
        arrived = new Older(older, upTo);
        advance();
    }

    /** Sends what there is, as far as the client takes it. */
    void advance() {
        if (calls.getAndIncrement() > 0) {
            return;
        }
        int answered = 1;
        while (answered > 0) {
            send();
            answered = calls.addAndGet(-answered);
        }
    }

    private void send() {
        while (!ended && !ending && demand.get() > 0) {
            OutboundSseEvent event = next();
            if (event == null) {
                return;
            }
            keepAlive = false;
            demand.decrementAndGet();
            subscriber.onNext(event);
        }
        if (ending && !ended) {
            cancel();
            subscriber.onComplete();
        }
    }

    private OutboundSseEvent next() {
        if (!greeted) {
            greeted = true;
            return events.greeting(position);
        }
        refill();
        ToldChange change = changes.poll();
        if (change != null) {
            position = change.number();
            return events.of(change);
        }
        return keepAlive ? events.keepAlive(position) : null;
    }

    private void refill() {
        if (arrived != null) {
            take(arrived.changes(), arrived.upTo());
            arrived = null;
            loading = false;
        }
        if (changes.isEmpty() && !loading) {
            Recent recent = stream.recent();
            if (recent.reachesBackTo(position)) {
                take(recent.after(position).stream().filter(filter::takes).toList(), recent.upTo());
            } else {
                loading = true;
                stream.load(this, position);
            }
        }
    }

    private void take(List<ToldChange> found, long upTo) {
        changes.addAll(found);
        if (found.isEmpty()) {
            // Past what the filter leaves out.
            position = Math.max(position, upTo);
        }
    }
}
