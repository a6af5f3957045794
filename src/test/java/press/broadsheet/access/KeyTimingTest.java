package press.broadsheet.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import press.broadsheet.testing.Callers;
import press.broadsheet.testing.Newsroom;

/** How long it takes to refuse a key tells nothing about what is wrong with it. */
@QuarkusTest
class KeyTimingTest {
    private static final int ROUNDS = 20_000;
    private static final double TOLERANCE = 25;

    private final Newsroom newsroom;
    private final ApiKeyAuthentication authentication;

    KeyTimingTest(Newsroom newsroom, ApiKeyAuthentication authentication) {
        this.newsroom = newsroom;
        this.authentication = authentication;
    }

    @Test
    void a_wrong_beginning_a_wrong_end_and_an_unknown_id_take_the_same_time() {
        Callers.enrol(newsroom);
        List<ApiKeyToken> wrong = List.of(
                new ApiKeyToken("editor", "baaabbbbccccddddeeeeffff"),
                new ApiKeyToken("editor", "aaaabbbbccccddddeeeefffe"),
                new ApiKeyToken("nobody", "aaaabbbbccccddddeeeeffff"));
        long[][] nanos = new long[wrong.size()][ROUNDS];
        // The first turn is for the compiler.
        measure(wrong, nanos);
        measure(wrong, nanos);

        long median = median(nanos[0]);
        assertThat(median(nanos[1])).isCloseTo(median, withinPercentage(TOLERANCE));
        assertThat(median(nanos[2])).isCloseTo(median, withinPercentage(TOLERANCE));
    }

    private void measure(List<ApiKeyToken> tokens, long[][] nanos) {
        for (int round = 0; round < ROUNDS; round++) {
            for (int kind = 0; kind < tokens.size(); kind++) {
                long start = System.nanoTime();
                boolean opened = authentication.keyOf(tokens.get(kind)).isPresent();
                nanos[kind][round] = System.nanoTime() - start;
                assertThat(opened).isFalse();
            }
        }
    }

    private static long median(long[] values) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
