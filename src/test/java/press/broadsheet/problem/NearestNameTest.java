package press.broadsheet.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class NearestNameTest {
    private static final List<String> KNOWN = List.of("limit", "cursor", "publishedAfter", "sort", "tag");

    @Test
    void a_slip_of_the_keyboard_finds_the_name_that_was_meant() {
        assertThat(NearestName.of("limt", KNOWN)).contains("limit");
        assertThat(NearestName.of("publishedafter", KNOWN)).contains("publishedAfter");
        assertThat(NearestName.of("tags", KNOWN)).contains("tag");
    }

    @Test
    void a_name_like_no_other_finds_nothing() {
        assertThat(NearestName.of("where", KNOWN)).isEmpty();
        assertThat(NearestName.of("", KNOWN)).isEmpty();
        assertThat(NearestName.of("l".repeat(100_000), KNOWN)).isEmpty();
    }

    @Test
    void of_two_equally_near_names_it_is_the_first_in_the_alphabet() {
        assertThat(NearestName.of("bat", List.of("cat", "ban"))).contains("ban");
    }

    @Test
    void the_hint_is_half_a_sentence_or_nothing() {
        assertThat(NearestName.hint("sorte", KNOWN)).isEqualTo("; did you mean 'sort'?");
        assertThat(NearestName.hint("where", KNOWN)).isEmpty();
    }
}
