package press.broadsheet.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import jakarta.transaction.TransactionalException;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import press.broadsheet.testing.Newsroom;

/** Waiting for other nodes, which are rows here. */
@QuarkusTest
class ConfirmationTest {
    private static final Duration AMPLE = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(700);

    private final Newsroom newsroom;
    private final ChangeLog log;
    private final Confirmation confirmation;

    ConfirmationTest(Newsroom newsroom, ChangeLog log, Confirmation confirmation) {
        this.newsroom = newsroom;
        this.log = log;
        this.confirmation = confirmation;
    }

    @AfterEach
    void remove() {
        newsroom.sql("delete from node where name like 'other %'");
    }

    @Test
    void this_node_confirms_by_itself() {
        Confirmed confirmed = confirmation.await(change(), AMPLE);

        assertThat(confirmed.isComplete()).isTrue();
        assertThat(confirmed.confirmed()).hasSize(1).first().asString().contains("@");
        assertThat(confirmed.lapsed()).isEmpty();
    }

    @Test
    void a_node_that_confirms_later_is_waited_for() {
        node("other late", 0, "1 minute");
        long change = change();
        CompletableFuture<Confirmed> waiting = CompletableFuture.supplyAsync(() -> confirmation.await(change, AMPLE));
        assertThat(confirmation.await(change, SHORT).outstanding()).containsExactly("other late");
        assertThat(waiting).isNotDone();

        newsroom.sql("update node set confirmed = %d where name = 'other late'".formatted(change - 1));
        assertThat(confirmation.await(change, SHORT).isComplete()).isFalse();
        newsroom.sql("update node set confirmed = %d where name = 'other late'".formatted(change));

        assertThat(waiting.join().isComplete()).isTrue();
        assertThat(waiting.join().confirmed()).hasSize(2).contains("other late");
    }

    @Test
    void a_node_whose_lease_has_lapsed_is_not_waited_for() {
        node("other gone", 0, "-1 second");

        Confirmed confirmed = confirmation.await(change(), AMPLE);

        assertThat(confirmed.isComplete()).isTrue();
        assertThat(confirmed.lapsed()).containsExactly("other gone");
        assertThat(confirmed.confirmed()).hasSize(1);
    }

    @Test
    void a_node_that_is_cut_off_is_waited_for_until_its_lease_lapses() {
        node("other cut off", 0, "900 milliseconds");
        long change = change();

        assertThat(confirmation.await(change, Duration.ofMillis(300)).outstanding())
                .containsExactly("other cut off");
        assertThat(confirmation.await(change, AMPLE).lapsed()).containsExactly("other cut off");
    }

    @Test
    void nobody_waits_longer_than_the_deadline() {
        node("other silent", 0, "1 minute");
        long change = change();
        long begin = System.nanoTime();

        Confirmed confirmed = confirmation.await(change, SHORT);

        assertThat(confirmed.isComplete()).isFalse();
        assertThat(confirmed.outstanding()).containsExactly("other silent");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isBetween(SHORT, AMPLE);
    }

    @Test
    void waiting_for_what_is_not_committed_is_refused() {
        QuarkusTransaction.requiringNew().run(() -> assertThatThrownBy(() -> confirmation.await(1, AMPLE))
                .isInstanceOf(TransactionalException.class));
    }

    private long change() {
        return QuarkusTransaction.requiringNew()
                .call(() -> log.append(
                        Change.of(ChangeKind.UPDATE, "test", null, null).touching(Set.of("test"))));
    }

    private void node(String name, long confirmed, String lease) {
        newsroom.sql("insert into node values (gen_random_uuid(), '%s', %d, clock_timestamp() + interval '%s')"
                .formatted(name, confirmed, lease));
    }
}
