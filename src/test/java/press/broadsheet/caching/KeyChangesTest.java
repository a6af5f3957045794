package press.broadsheet.caching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

class KeyChangesTest {
    private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");

    private final KeyChanges changes = new KeyChanges(3, START);

    @Test
    void a_key_that_never_changed_is_unchanged() {
        assertThat(changes.unchangedSince(changes.newest(), List.of("a"))).isTrue();
    }

    @Test
    void a_key_is_changed_for_who_began_before_and_unchanged_for_who_begins_after() {
        long before = changes.newest();
        changes.changed(Set.of("a", "b"), START);

        assertThat(changes.unchangedSince(before, List.of("x", "b"))).isFalse();
        assertThat(changes.unchangedSince(before, List.of("x"))).isTrue();
        assertThat(changes.unchangedSince(changes.newest(), List.of("a", "b"))).isTrue();
    }

    @Test
    void a_forgotten_key_counts_as_changed_for_who_began_before_its_change() {
        changes.changed(Set.of("other"), START);
        long before = changes.newest();
        changes.changed(Set.of("forgotten"), START);
        long after = changes.newest();
        changes.changed(Set.of("a"), START);
        changes.changed(Set.of("b"), START);
        changes.changed(Set.of("c"), START);

        assertThat(changes.unchangedSince(before, List.of("forgotten"))).isFalse();
        assertThat(changes.unchangedSince(after, List.of("forgotten"))).isTrue();
    }

    @Test
    void a_key_that_keeps_changing_makes_no_other_one_forgotten_as_changed() {
        for (int i = 0; i < 100; i++) {
            changes.changed(Set.of("a"), START);
        }

        assertThat(changes.unchangedSince(0, List.of("a"))).isFalse();
        assertThat(changes.unchangedSince(0, List.of("b"))).isTrue();
    }

    @Test
    void a_change_of_more_keys_than_are_remembered_is_a_change_of_all() {
        long before = changes.newest();
        changes.changed(Set.of("a", "b", "c", "d", "e"), START);

        assertThat(changes.unchangedSince(before, List.of("x"))).isFalse();
        assertThat(changes.unchangedSince(changes.newest(), List.of("a"))).isTrue();
    }

    @Test
    void the_last_change_of_any_of_some_keys_is_known_by_its_instant() {
        changes.changed(Set.of("a"), START.plusSeconds(1));
        changes.changed(Set.of("a", "b"), START.plusSeconds(2));
        changes.changed(Set.of("c"), START.plusSeconds(3));

        assertThat(changes.lastChange(List.of("x", "b"))).isEqualTo(START.plusSeconds(2));
        assertThat(changes.lastChange(List.of("x"))).isEqualTo(Instant.EPOCH);
    }

    @Test
    void what_is_forgotten_moves_the_instant_since_which_all_is_remembered() {
        assertThat(changes.rememberedSince()).isEqualTo(START);

        for (int second = 1; second <= 5; second++) {
            changes.changed(Set.of("key " + second), START.plusSeconds(second));
        }
        assertThat(changes.rememberedSince()).isEqualTo(START.plusSeconds(2));
    }
}
