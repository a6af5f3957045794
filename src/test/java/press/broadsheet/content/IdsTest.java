package press.broadsheet.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {
    @Test
    void an_id_is_of_version_7_and_says_when_it_was_made() {
        long before = System.currentTimeMillis();
        UUID id = Ids.next();
        long after = System.currentTimeMillis();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(millisecond(id)).isBetween(before, after);
    }

    @Test
    void ids_are_in_the_order_of_their_milliseconds_and_never_twice_the_same() {
        List<UUID> ids = Stream.generate(Ids::next).limit(100_000).toList();

        assertThat(ids).extracting(IdsTest::millisecond).isSorted();
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(ids.get(0)).isLessThan(ids.get(ids.size() - 1));
    }

    @Test
    void many_threads_never_make_the_same() {
        assertThat(IntStream.range(0, 100_000)
                        .parallel()
                        .mapToObj(turn -> Ids.next())
                        .distinct())
                .hasSize(100_000);
    }

    @Test
    void an_id_is_read_in_its_canonical_form_in_any_case() {
        UUID id = Ids.next();

        assertThat(Ids.parse(id.toString())).contains(id);
        assertThat(Ids.parse(id.toString().toUpperCase(Locale.ROOT))).contains(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1-1-1-1-1",
                "0191a2c400007000800000000000000a",
                "0191a2c4-0000-7000-8000-00000000000",
                "0191a2c4-0000-7000-8000-00000000000g",
                "0191a2c4-0000-7000-8000-00000000000a ",
                "0191a2c4-0000-7000-8000-00000000000a\n",
                "{0191a2c4-0000-7000-8000-00000000000a}",
                "urn:uuid:0191a2c4-0000-7000-8000-00000000000a",
                "٠191a2c4-0000-7000-8000-00000000000a",
            })
    void any_other_form_is_none(String text) {
        assertThat(Ids.parse(text)).isEmpty();
    }

    private static long millisecond(UUID id) {
        return id.getMostSignificantBits() >>> 16;
    }
}
