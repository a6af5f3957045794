package press.broadsheet.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceTest {
    private static final UUID ID = UUID.fromString("0191a2c4-0000-7000-8000-0000000000af");

    @Test
    void an_id_is_an_id_in_any_case_and_never_a_slug() {
        for (String spelling : List.of(ID.toString(), "0191A2C4-0000-7000-8000-0000000000AF")) {
            Reference reference = Reference.fromString(spelling);

            assertThat(reference.id()).contains(ID);
            assertThat(reference.slug()).isEmpty();
            assertThat(reference.key()).isEqualTo(ID.toString());
            assertThat(reference.isPossible()).isTrue();
            assertThat(reference).hasToString(spelling);
        }
    }

    @Test
    void a_slug_is_a_slug() {
        Reference reference = Reference.fromString("sea-wall");

        assertThat(reference.id()).isEmpty();
        assertThat(reference.slug()).contains("sea-wall");
        assertThat(reference.key()).isEqualTo("sea-wall");
        assertThat(reference.isPossible()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Sea-Wall", "sea wall", "1-1-1-1-1-", "a'--", "%", "a\0b", "..", "\u202Ea"})
    void anything_else_refers_to_nothing(String value) {
        assertThat(new Reference(value).isPossible()).isFalse();
    }

    @Test
    void what_is_too_long_refers_to_nothing_at_once() {
        assertThat(new Reference("a-".repeat(1_000_000) + "a").isPossible()).isFalse();
    }

    @Test
    void ids_and_slugs_are_told_apart_in_order() {
        List<Reference> references =
                List.of(new Reference("b"), new Reference(ID.toString()), new Reference("a"), new Reference("No"));

        assertThat(Reference.ids(references)).containsExactly(ID);
        assertThat(Reference.slugs(references)).containsExactly("b", "a");
    }

    @Test
    void it_is_a_string_in_json() throws JsonProcessingException {
        assertThat(new ObjectMapper().readValue("\"sea-wall\"", Reference.class))
                .isEqualTo(new Reference("sea-wall"));
        assertThat(new ObjectMapper().writeValueAsString(new Reference("sea-wall")))
                .isEqualTo("\"sea-wall\"");
    }
}
