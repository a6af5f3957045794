package press.broadsheet.caching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

class KeyChangesTest {
    private final KeyChanges changes = new KeyChanges(3);

    @Test
    void a_key_that_never_changed_is_unchanged() {
        assertThat(changes.unchangedSince(changes.newest(), List.of("a"))).isTrue();
    }

    @Test
    void a_key_is_changed_for_who_began_before_and_unchanged_for_who_begins_after() {
        long before = changes.newest();
        changes.changed(Set.of("a", "b"));

        assertThat(changes.unchangedSince(before, List.of("x", "b"))).isFalse();
        assertThat(changes.unchangedSince(before, List.of("x"))).isTrue();
        assertThat(changes.unchangedSince(changes.newest(), List.of("a", "b"))).isTrue();
    }

    @Test
    void a_forgotten_key_counts_as_changed_for_who_began_before_its_change() {
        changes.changed(Set.of("other"));
        long before = changes.newest();
        changes.changed(Set.of("forgotten"));
        long after = changes.newest();
        changes.changed(Set.of("a"));
        changes.changed(Set.of("b"));
        changes.changed(Set.of("c"));

        assertThat(changes.unchangedSince(before, List.of("forgotten"))).isFalse();
        assertThat(changes.unchangedSince(after, List.of("forgotten"))).isTrue();
    }

    @Test
    void a_key_that_keeps_changing_makes_no_other_one_forgotten_as_changed() {
        for (int i = 0; i < 100; i++) {
            changes.changed(Set.of("a"));
        }

        assertThat(changes.unchangedSince(0, List.of("a"))).isFalse();
        assertThat(changes.unchangedSince(0, List.of("b"))).isTrue();
    }

    @Test
    void a_change_of_more_keys_than_are_remembered_is_a_change_of_all() {
        long before = changes.newest();
        changes.changed(Set.of("a", "b", "c", "d", "e"));

        assertThat(changes.unchangedSince(before, List.of("x"))).isFalse();
        assertThat(changes.unchangedSince(changes.newest(), List.of("a"))).isTrue();
    }

    @Test
    void everything_can_have_changed() {
        long before = changes.newest();
        changes.everythingChanged();

        assertThat(changes.unchangedSince(before, List.of("x"))).isFalse();
        assertThat(changes.unchangedSince(changes.newest(), List.of("x"))).isTrue();
    }
}
