package press.broadsheet.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class LatinTest {
    private static final int TEXTS = 2000;

    @Test
    void ascii_comes_out_as_the_rules_would_have_it() {
        Random random = new Random(7);
        String all = IntStream.range(0, 0x80).mapToObj(Character::toString).collect(Collectors.joining());

        assertThat(Latin.of(all)).isEqualTo(Latin.byRules(all));
        for (int made = 0; made < TEXTS; made++) {
            String text = random.ints(random.nextInt(60), 0, 0x80)
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining());
            assertThat(Latin.of(text)).as(text).isEqualTo(Latin.byRules(text));
        }
    }
}
