package press.broadsheet.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javax.net.ServerSocketFactory;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import press.broadsheet.outbound.Answer.Failure;
import press.broadsheet.testing.Receiver;

/** Nothing here leaves the machine: what is public by number is never connected to. */
class PostingTest {
    private static final Duration TIMEOUT = Duration.ofMillis(600);
    private static Vertx vertx;

    private final Receiver receiver = Receiver.at("127.0.0.1");

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @AfterEach
    void close() throws IOException {
        receiver.close();
    }

    @Test
    void what_is_sent_arrives() {
        Answer answer = post(receiver.url("/in?x=1"), Map.of("webhook-id", "a"), "{\"b\": \"\u00fc\"}");

        assertThat(answer).isEqualTo(Answer.of(204, null));
        assertThat(receiver.requestsTo("/in?x=1")).singleElement().satisfies(request -> {
            assertThat(request.body()).isEqualTo("{\"b\": \"\u00fc\"}");
            assertThat(request.header("webhook-id")).isEqualTo("a");
            assertThat(request.header("host")).isEqualTo("127.0.0.1:" + receiver.port());
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 299, 301, 302, 303, 307, 308, 400, 404, 410, 429, 500, 503})
    void any_status_is_an_answer_and_a_redirect_is_not_followed(int status) {
        receiver.does("/in", Receiver.answering(status, "location: " + receiver.url("/elsewhere")));

        Answer answer = post(receiver.url("/in"));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.isSuccess()).isEqualTo(status < 300);
        assertThat(receiver.requestsTo("/elsewhere")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"120, 120", "0, 0", "-1,", "1e3,", "99999999999,", "'Mon, 23 Nov 2026 13:15:51 GMT',"})
    void it_is_told_how_long_to_wait_in_seconds(String header, Long seconds) {
        receiver.does("/in", Receiver.answering(503, "retry-after: " + header));

        assertThat(post(receiver.url("/in")).retryAfter())
                .isEqualTo(seconds == null ? null : Duration.ofSeconds(seconds));
    }

    @Test
    void what_never_ends_is_ended_in_time() {
        receiver.does("/hang", Receiver.HANG).does("/drip", Receiver.DRIP).does("/body", Receiver.DRIP_BODY);

        for (String path : List.of("/hang", "/drip", "/body")) {
            long begin = System.nanoTime();
            assertThat(post(receiver.url(path))).as(path).isEqualTo(Answer.none(Failure.TIMEOUT));
            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .as(path)
                    .isBetween(TIMEOUT, TIMEOUT.multipliedBy(4));
        }
    }

    @Test
    void of_a_flood_only_the_beginning_is_read() {
        receiver.does("/flood", Receiver.FLOOD);

        assertThat(post(receiver.url("/flood"))).isEqualTo(Answer.of(200, null));
    }

    @Test
    void a_connection_that_breaks_or_never_was_is_a_failure() throws IOException {
        receiver.does("/reset", Receiver.RESET).does("/nonsense", (request, connection) -> connection
                .getOutputStream()
                .write("SSH-2.0-OpenSSH_9.2\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));

        assertThat(post(receiver.url("/reset"))).isEqualTo(Answer.none(Failure.CONNECTION));
        assertThat(post(receiver.url("/nonsense"))).isEqualTo(Answer.none(Failure.CONNECTION));
        receiver.close();
        assertThat(post(receiver.url("/in"))).isEqualTo(Answer.none(Failure.CONNECTION));
    }

    @Test
    void a_name_without_an_address_is_a_failure() {
        try (Posting posting = posting(Names.OF_THIS_MACHINE, address -> true)) {
            assertThat(posting.post(Destination.of("http://nothing.invalid/"), Map.of(), ""))
                    .isEqualTo(Answer.none(Failure.UNRESOLVED));
        }
    }

    /** The address is checked, whatever way it is written; see DestinationTest for what is refused before. */
    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST", "127.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "[::]"})
    void this_machine_is_not_connected_to_under_any_name(String host) {
        try (Posting posting = new Posting(vertx, TIMEOUT, 1, Names.OF_THIS_MACHINE, false)) {
            Destination destination = Destination.of("http://%s:%d/in".formatted(host, receiver.port()));

            assertThat(posting.post(destination, Map.of(), "")).isEqualTo(Answer.none(Failure.FORBIDDEN_ADDRESS));
            assertThat(receiver.requestsTo("/in")).isEmpty();
        }
    }

    @Test
    void nor_is_it_with_a_dot_behind_its_name_whether_a_resolver_knows_that_or_not() {
        try (Posting posting = new Posting(vertx, TIMEOUT, 1, Names.OF_THIS_MACHINE, false)) {
            assertThat(posting.post(Destination.of("https://localhost./"), Map.of(), "")
                            .failure())
                    .isIn(Failure.FORBIDDEN_ADDRESS, Failure.UNRESOLVED);
        }
    }

    /** What Java, or another resolver, makes of spellings that a URI does not know. */
    @ParameterizedTest
    @ValueSource(strings = {"127.1", "127.0.1", "0", "2130706433", "127.0.0.1", "0.0.0.0"})
    void this_machine_is_not_connected_to_however_a_resolver_reads_it(String spelling) {
        Names names = host -> InetAddress.getAllByName(spelling);
        try (Posting posting = new Posting(vertx, TIMEOUT, 1, names, false)) {
            assertThat(posting.post(Destination.of("https://hooks.example/"), Map.of(), ""))
                    .isEqualTo(Answer.none(Failure.FORBIDDEN_ADDRESS));
        }
    }

    /** 127.0.0.2 stands for a public address, so that not even a mistake leaves this machine. */
    @Test
    void one_forbidden_address_among_others_is_one_too_many() throws IOException {
        byte[][] addresses = {{127, 0, 0, 2}, {127, 0, 0, 1}};
        Names names = host ->
                new InetAddress[] {InetAddress.getByAddress(addresses[0]), InetAddress.getByAddress(addresses[1])};
        try (Receiver open = Receiver.at("127.0.0.2");
                Posting posting =
                        posting(names, address -> address.getHostAddress().equals("127.0.0.2"))) {
            Destination destination = Destination.of("http://hooks.example:%d/in".formatted(open.port()));

            assertThat(posting.post(destination, Map.of(), "")).isEqualTo(Answer.none(Failure.FORBIDDEN_ADDRESS));
            assertThat(open.requestsTo("/in")).isEmpty();
        }
    }

    /** DNS rebinding; 127.0.0.2 stands for a public address here too. */
    @Test
    void a_name_that_answers_differently_the_second_time_gains_nothing() throws IOException {
        Deque<String> answers = new ArrayDeque<>(List.of("127.0.0.2", "127.0.0.1", "127.0.0.1"));
        try (Receiver open = Receiver.at("127.0.0.2");
                Receiver inner = Receiver.at("127.0.0.1", open.port(), ServerSocketFactory.getDefault());
                Posting posting = posting(
                        host -> new InetAddress[] {InetAddress.getByName(answers.remove())},
                        address -> address.getHostAddress().equals("127.0.0.2"))) {
            Destination destination = Destination.of("http://rebinding.example:%d/in".formatted(open.port()));

            assertThat(posting.post(destination, Map.of(), "").status()).isEqualTo(204);
            assertThat(posting.post(destination, Map.of(), "")).isEqualTo(Answer.none(Failure.FORBIDDEN_ADDRESS));

            assertThat(answers).hasSize(1);
            assertThat(open.requestsTo("/in")).singleElement().satisfies(request -> assertThat(request.header("host"))
                    .isEqualTo("rebinding.example:" + open.port()));
            assertThat(inner.requestsTo("/in")).isEmpty();
        }
    }

    @Test
    void one_receiver_that_hangs_holds_up_no_other_on_the_same_host() throws Exception {
        receiver.does("/hang", Receiver.HANG);
        try (Posting posting = posting(Names.OF_THIS_MACHINE, address -> true)) {
            List<Thread> hanging = IntStream.range(0, 9)
                    .mapToObj(number ->
                            new Thread(() -> posting.post(Destination.of(receiver.url("/hang")), Map.of(), "")))
                    .toList();
            hanging.forEach(Thread::start);
            await().atMost(TIMEOUT.multipliedBy(9).dividedBy(10))
                    .pollInterval(5, TimeUnit.MILLISECONDS)
                    .until(() -> receiver.requestsTo("/hang").size() == 9);
            long begin = System.nanoTime();

            assertThat(posting.post(Destination.of(receiver.url("/fast")), Map.of(), "")
                            .isSuccess())
                    .isTrue();

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(TIMEOUT.dividedBy(2));
            for (Thread thread : hanging) {
                thread.join();
            }
        }
    }

    private Answer post(String url) {
        return post(url, Map.of(), "");
    }

    private static Answer post(String url, Map<String, String> headers, String body) {
        try (Posting posting = posting(Names.OF_THIS_MACHINE, address -> true)) {
            return posting.post(Destination.of(url), headers, body);
        }
    }

    private static Posting posting(Names names, Predicate<InetAddress> allowed) {
        return new Posting(vertx, TIMEOUT, 10, names, allowed, new HttpClientOptions());
    }
}
