package press.broadsheet.edge;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.BitSet;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.quarkus.vertx.VertxOptionsCustomizer;
import io.vertx.core.Context;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.impl.HttpServerConnection;
import io.vertx.core.spi.VertxTracerFactory;
import io.vertx.core.spi.tracing.SpanKind;
import io.vertx.core.spi.tracing.TagExtractor;
import io.vertx.core.spi.tracing.VertxTracer;
import io.vertx.core.tracing.TracingOptions;
import io.vertx.core.tracing.TracingPolicy;
import press.broadsheet.problem.ProblemAnswers;
import press.broadsheet.problem.ProblemException;
import press.broadsheet.problem.ProblemType;
import press.broadsheet.problem.RequestId;

/**
 * Answers requests that no route sees, and that would get a bare status: those that cannot be parsed, with a broken first line
 * or header (400), a URL (414) or headers (431) beyond the limits, and those whose address is no URI (400).
 *
 * <p>Vert.x has a handler for the former, but Quarkus gives no access to the server that it would have to be set on, and
 * refuses the latter in a handler of its own. Both handlers can also be set on a connection, and a tracer is the one part of
 * an application that Vert.x shows a request before it asks the connection for its handler. So this is a tracer that traces
 * nothing. Should it ever not be called, the bare status is back; so it is with HTTP/2, where requests share a connection.
 */
@ApplicationScoped
class BrokenRequests implements VertxOptionsCustomizer {
    /** Characters that are in order anywhere in a path or a query. */
    private static final BitSet PLAIN = new BitSet(128);

    static {
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/?&=,+:@!$'()*;"
                .chars()
                .forEach(PLAIN::set);
    }

    private final Instance<ProblemAnswers> answers;
    private final Instance<AnswerHeaders> headers;

    /** Neither is needed, nor to be had, until there are requests: Vert.x is among the first things to start. */
    BrokenRequests(Instance<ProblemAnswers> answers, Instance<AnswerHeaders> headers) {
        this.answers = answers;
        this.headers = headers;
    }

    @Override
    @SuppressWarnings("deprecation") // What replaces it is on the builder, and Quarkus keeps that to itself.
    public void accept(VertxOptions options) {
        VertxTracerFactory factory = ignored -> new Lookout();
        options.setTracingOptions(new TracingOptions().setFactory(factory));
    }

    /** Of what Vert.x could not parse. */
    private void answerUnparsed(HttpServerRequest request) {
        Throwable cause = request.decoderResult().cause();
        if (cause instanceof TooLongHttpLineException) {
            answer(request, ProblemType.URL_TOO_LONG, ProblemType.URL_TOO_LONG.cause());
        } else if (cause instanceof TooLongHttpHeaderException) {
            answer(request, ProblemType.HEADERS_TOO_LARGE, ProblemType.HEADERS_TOO_LARGE.cause());
        } else {
            answer(
                    request,
                    ProblemType.MALFORMED_REQUEST,
                    "The first line or a header of the request breaks RFC 9112.");
        }
    }

    /** Of what is no URI; most often a quotation mark, a space or a bracket that was typed as it is. */
    private void answerNoUri(HttpServerRequest request) {
        answer(
                request,
                ProblemType.MALFORMED_REQUEST,
                "The address is not a URI (RFC 3986): a character in it must be percent-encoded, or a `%` begins no code.");
    }

    private void answer(HttpServerRequest request, ProblemType type, String detail) {
        request.response().putHeader("Connection", "close").endHandler(ignored -> request.connection()
                .close());
        headers.get().complete(request);
        answers.get().send(request, ProblemException.of(type, detail), RequestId.of(request));
    }

    /** Quarkus's own condition, asked only where the answer is not obvious: it costs more than all our filters together. */
    private static boolean isUri(String target) {
        if (target.chars().allMatch(PLAIN::get)) {
            return true;
        }
        try {
            new URI(target);
            return true;
        } catch (URISyntaxException none) {
            return false;
        }
    }

    private final class Lookout implements VertxTracer<Object, Object> {
        @Override
        public <R> Object receiveRequest(
                Context context,
                SpanKind kind,
                TracingPolicy policy,
                R request,
                String operation,
                Iterable<Map.Entry<String, String>> headers,
                TagExtractor<R> tagExtractor) {
            if (request instanceof HttpServerRequest http
                    && http.version() != HttpVersion.HTTP_2
                    && http.connection() instanceof HttpServerConnection connection) {
                // Both answers close the connection, so that no later request meets these handlers.
                if (http.decoderResult().isFailure()) {
                    connection.invalidRequestHandler(BrokenRequests.this::answerUnparsed);
                } else if (!isUri(http.uri())) {
                    connection.handler(BrokenRequests.this::answerNoUri);
                }
            }
            return null;
        }
    }
}
