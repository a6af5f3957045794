package press.broadsheet.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionTest {
    @Test
    void words_phrases_and_what_is_unwanted_are_told_apart() {
        Question question = Question.of("ferry \"night  trains\" or -strike -\"late again\" ferry OR");

        assertThat(question.wanted()).isEqualTo(List.of("ferry", "night  trains"));
        assertThat(question.unwanted()).isEqualTo(List.of("strike", "late again"));
    }

    @Test
    void a_phrase_that_does_not_end_ends_with_the_text() {
        assertThat(Question.of("sea \"wall of").wanted()).isEqualTo(List.of("sea", "wall of"));
    }

    @Test
    void or_is_a_word_within_a_phrase() {
        assertThat(Question.of("\"trick or treat\" \"or\"").wanted()).isEqualTo(List.of("trick or treat", "or"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-", "OR or", "& | ! ()", "\"\"", "''':*", "%", "_", "\\", "-ferry", "- \"\" -\"sea wall\""})
    void without_a_wanted_word_there_is_nothing_to_look_for(String text) {
        assertThat(Question.of(text).hasWords()).isFalse();
    }

    @Test
    void more_than_sixteen_pieces_are_not_looked_for_one_by_one() {
        assertThat(Question.of("a b c d e f g h i j k l m n o p q r").wanted()).hasSize(16);
    }
}
