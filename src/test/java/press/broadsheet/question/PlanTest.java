package press.broadsheet.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Configurations are asked for only where they read a question differently. */
class PlanTest {
    private static final Instant NOW = Instant.parse("2026-11-23T18:00:00Z");

    @Test
    void what_all_configurations_read_alike_is_asked_without_them() {
        assertThat(plan(reading("english", "'storm'"), reading("german", "'storm'"))
                        .finding())
                .isEqualTo("'storm'");
        assertThat(plan(reading("english", "'storm'")).pieces())
                .extracting(Plan.Piece::finding)
                .containsExactly("'storm'");
    }

    @Test
    void each_reading_finds_articles_of_its_own_configurations() {
        Plan plan = plan(reading("english", "'flood'"), reading("german", "'floods'"), reading("simple", "'floods'"));
        assertThat(plan.finding()).isEqualTo("(('=cenglish') & ('flood')) | (('=cgerman' | '=csimple') & ('floods'))");
        assertThat(plan.pieces().get(0).ranking()).isEqualTo("('flood') | ('floods')");
    }

    @Test
    void what_is_all_stop_words_in_one_configuration_finds_none_of_its_articles() {
        Plan plan = plan(reading("english", ""), reading("german", "'the'"));
        assertThat(plan.finding()).isEqualTo("(('=cgerman') & ('the'))");
        assertThat(plan.pieces()).extracting(Plan.Piece::finding).containsExactly("(('=cgerman') & ('the'))");
        assertThat(plan(reading("english", "")).pieces()).isEmpty();
    }

    @Test
    void one_word_is_one_in_every_reading() {
        assertThat(plan(reading("english", "'storm'")).isOneWord()).isTrue();
        assertThat(plan(reading("english", "'storm'"), reading("german", "'storm' & 'the'"))
                        .isOneWord())
                .isFalse();
    }

    private static Plan plan(Plan.Reading... readings) {
        return new Plan(NOW, NOW, 1, Stream.of(readings).toList());
    }

    private static Plan.Reading reading(String config, String query) {
        return new Plan.Reading(config, query, List.of(query), List.of());
    }
}
