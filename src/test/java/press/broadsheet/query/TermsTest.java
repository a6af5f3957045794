package press.broadsheet.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import press.broadsheet.problem.ProblemException;

class TermsTest {
    private final Arguments arguments = new Arguments();

    @Test
    void a_comma_means_any_a_repetition_means_all_and_a_minus_means_none() {
        assertThat(read("a,b", "c", "-d", "-e,-f"))
                .isEqualTo(new Terms(List.of(List.of("a", "b"), List.of("c")), List.of("d", "e", "f")));
        assertThatCode(arguments::verify).doesNotThrowAnyException();
    }

    @Test
    void order_and_repetition_make_no_difference() {
        assertThat(read("b,a,b", "c", "-e", "-d", "c")).isEqualTo(read("c", "-d,-e", "a,b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "a,", ",a", "a,,b", "-", "--a", "a,-b", "-a,b", "a b", "a,-"})
    void anything_else_is_refused_with_the_three_forms(String raw) {
        assertThat(read(raw)).isEqualTo(Terms.NONE);
        assertThat(fault()).contains("tag=a,b for any of them", "tag=a&tag=b for all", "tag=-a for none");
    }

    @Test
    void twenty_values_are_taken_and_not_one_more() {
        String twenty = IntStream.range(0, 20).mapToObj(Integer::toString).collect(Collectors.joining(","));

        assertThat(read(twenty).allOfAnyOf().get(0)).hasSize(20);
        assertThat(read(twenty, "-x")).isEqualTo(Terms.NONE);
        assertThat(fault()).contains("at most 20");
    }

    private Terms read(String... values) {
        return arguments.terms("tag", List.of(values));
    }

    private String fault() {
        return catchThrowableOfType(ProblemException.class, arguments::verify)
                .errors()
                .get(0)
                .detail();
    }
}
