package press.broadsheet.outbound;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import press.broadsheet.outbound.Answer.Failure;

/**
 * Sends POST requests. The addresses of a host are asked for once; if any of them is forbidden nothing is sent, and otherwise
 * it is one of these very addresses that is connected to, so that a name which answers differently the next time gains
 * nothing. Certificate, SNI and {@code Host} are those of the name. A redirect is an answer like any other, and of an answer's
 * body nothing is kept.
 */
public final class Posting implements AutoCloseable {
    private final HttpClient client;
    private final Vertx vertx;
    private final Duration timeout;
    private final Names names;
    private final Predicate<InetAddress> allowed;

    /**
     * With the certificates that Java trusts.
     *
     * @param timeout for the whole of a request, from connecting to the end of the answer
     * @param atOnce how many requests may be under way to one receiver; more would wait for them
     * @param anywhere whether any address may be reached, also this machine's own
     */
    public Posting(Vertx vertx, Duration timeout, int atOnce, Names names, boolean anywhere) {
        this(
                vertx,
                timeout,
                atOnce,
                names,
                address -> anywhere || PublicAddresses.contain(address),
                new HttpClientOptions());
    }

    Posting(
            Vertx vertx,
            Duration timeout,
            int atOnce,
            Names names,
            Predicate<InetAddress> allowed,
            HttpClientOptions options) {
        this.vertx = vertx;
        this.timeout = timeout;
        this.names = names;
        this.allowed = allowed;
        // A connection for each request: one that was kept may be closed by the other side at the moment of its next
        // use,
        // and would count against the receiver.
        this.client = vertx.httpClientBuilder()
                .with(options.setKeepAlive(false)
                        .setConnectTimeout((int) timeout.toMillis())
                        .setSslHandshakeTimeout(timeout.toMillis())
                        .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS))
                .with(new PoolOptions().setHttp1MaxSize(atOnce))
                .withConnectHandler(Posting::hushed)
                .build();
    }

    /** Sends and waits for what comes of it; it does not throw for anything that a receiver does. Not for event loops. */
    public Answer post(Destination destination, Map<String, String> headers, String body) {
        InetAddress[] addresses;
        try {
            addresses = names.of(destination.host());
        } catch (UnknownHostException none) {
            return Answer.none(Failure.UNRESOLVED);
        }
        if (!Stream.of(addresses).allMatch(allowed)) {
            return Answer.none(Failure.FORBIDDEN_ADDRESS);
        }
        RequestOptions request = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(addresses[0], destination.port())))
                .setHost(destination.host())
                .setPort(destination.port())
                .setSsl(destination.isSecure())
                .setURI(destination.target())
                .setFollowRedirects(false);
        headers.forEach(request::putHeader);
        return send(request, body);
    }

    private Answer send(RequestOptions request, String body) {
        Exchange exchange = new Exchange(vertx, timeout);
        try {
            return client.request(request)
                    .compose(open -> exchange.send(open, body))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException failed) {
            return Answer.none(exchange.isLate() ? Failure.TIMEOUT : failure(failed.getCause()));
        }
    }

    /** What breaks a connection breaks its request, which says so; Vert.x would write it to the log as an error besides. */
    private static void hushed(HttpConnection connection) {
        connection.exceptionHandler(broken -> {});
    }

    private static Failure failure(Throwable cause) {
        return cause instanceof SSLException ? Failure.TLS : Failure.CONNECTION;
    }

    @Override
    public void close() {
        client.close();
    }
}
