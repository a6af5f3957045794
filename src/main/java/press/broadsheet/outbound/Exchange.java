package press.broadsheet.outbound;

import java.time.Duration;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;

/** One request and its answer, with an end in time and in bytes. */
final class Exchange {
    /** Receivers answer with a word or two. What sends more has answered all the same, but is not listened to. */
    private static final long MOST_BYTES = 64 * 1024;

    private final Vertx vertx;
    private final long deadline;

    /** The time begins with this. */
    Exchange(Vertx vertx, Duration timeout) {
        this.vertx = vertx;
        this.deadline = System.nanoTime() + timeout.toNanos();
    }

    boolean isLate() {
        return System.nanoTime() >= deadline;
    }

    /** On a connection that stands; ends with the whole answer. */
    Future<Answer> send(HttpClientRequest request, String body) {
        // A millisecond more, so that it is late whenever the timer says so.
        long millis = Math.max(1, (deadline - System.nanoTime()) / 1_000_000 + 1);
        long timer = vertx.setTimer(millis, late -> request.reset());
        return request.send(body)
                .compose(response -> drain(request, response))
                .onComplete(done -> vertx.cancelTimer(timer));
    }

    private static Future<Answer> drain(HttpClientRequest request, HttpClientResponse response) {
        Answer answer = Answer.of(response.statusCode(), retryAfter(response.getHeader("Retry-After")));
        Promise<Answer> drained = Promise.promise();
        long[] bytes = {0};
        response.handler(piece -> {
            bytes[0] += piece.length();
            if (bytes[0] > MOST_BYTES && drained.tryComplete(answer)) {
                request.reset();
            }
        });
        response.exceptionHandler(drained::tryFail);
        response.endHandler(end -> drained.tryComplete(answer));
        return drained.future();
    }

    /** Null for a date too: whoever is overloaded counts seconds. */
    private static Duration retryAfter(String header) {
        return header != null && header.matches("[0-9]{1,9}") ? Duration.ofSeconds(Long.parseLong(header)) : null;
    }
}
