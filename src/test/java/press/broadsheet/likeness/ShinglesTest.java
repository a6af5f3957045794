package press.broadsheet.likeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class ShinglesTest {
    @Test
    void case_and_punctuation_do_not_matter() {
        assertThat(Shingles.of("The wall, 4 metres high, is DONE.")
                        .resemblance(Shingles.of("the wall 4 metres (high) is done")))
                .isEqualTo(1);
    }

    @Test
    void resemblance_is_the_share_of_sequences_that_both_have() {
        // a b c, b c d, c d e against b c d, c d e, d e f
        assertThat(Shingles.of("a b c d e").resemblance(Shingles.of("b c d e f")))
                .isCloseTo(2 / 4.0, within(1e-9));
    }

    @Test
    void a_part_is_contained_whole_though_it_resembles_little() {
        Shingles whole = Shingles.of(numbers(0, 100));
        Shingles part = Shingles.of(numbers(40, 60));

        assertThat(part.containment(whole)).isEqualTo(1);
        assertThat(whole.containment(part)).isEqualTo(1);
        assertThat(part.resemblance(whole)).isLessThan(0.2);
    }

    @Test
    void a_text_of_fewer_words_than_a_sequence_is_one() {
        assertThat(Shingles.of("Photo").size()).isEqualTo(1);
        assertThat(Shingles.of("Photo").resemblance(Shingles.of("photo!"))).isEqualTo(1);
    }

    @Test
    void nothing_resembles_no_words_at_all() {
        Shingles none = Shingles.of(" … ");

        assertThat(none.size()).isZero();
        assertThat(none.fingerprint()).isEmpty();
        assertThat(none.resemblance(none)).isZero();
        assertThat(none.containment(Shingles.of("a b c"))).isZero();
    }

    @Test
    void words_are_found_where_no_spaces_stand() {
        assertThat(Shingles.of("市政府决定修建海堤。").size()).isGreaterThan(1);
    }

    @Test
    void fingerprints_of_texts_that_share_most_share_some_numbers() {
        int[] one = Shingles.of(numbers(0, 300)).fingerprint();
        int[] shortened = Shingles.of(numbers(0, 150)).fingerprint();

        assertThat(one).hasSize(32).isSorted();
        assertThat(Arrays.stream(one)
                        .filter(hash -> Arrays.stream(shortened).anyMatch(other -> other == hash))
                        .count())
                .isGreaterThanOrEqualTo(3);
    }

    private static String numbers(int from, int to) {
        return IntStream.range(from, to).mapToObj(number -> "word" + number).collect(Collectors.joining(" "));
    }
}
