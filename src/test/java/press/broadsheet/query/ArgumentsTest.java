package press.broadsheet.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import press.broadsheet.problem.ProblemException;
import press.broadsheet.problem.ProblemType;
import press.broadsheet.problem.Violation;

class ArgumentsTest {
    private static final String ID = "0191a2c4-7b7e-7c3a-9d52-3f6b0c1de9a8";

    private final Arguments arguments = new Arguments();

    @ParameterizedTest
    @CsvSource({"1, 1", "20, 20", "100, 100"})
    void a_whole_number_within_its_limits_is_read(String raw, int value) {
        assertThat(arguments.integer("limit", raw, 1, 100, 20)).isEqualTo(value);
        assertThatCode(arguments::verify).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1",
                "0",
                "101",
                "2147483648",
                "9223372036854775808",
                "-9223372036854775809",
                "1e3",
                "0x10",
                "+5",
                " 5",
                "5 ",
                "٣",
                "",
                "020",
                "-0",
                "1.0",
                "1_000",
                "null",
                "99999999999999999999999999999999"
            })
    void any_other_number_is_refused_and_the_limits_are_told(String raw) {
        assertThat(arguments.integer("limit", raw, 1, 100, 20)).isEqualTo(20);
        assertThat(fault().detail()).containsAnyOf("1 to 100", "from 1 to 100");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T08:15:30.123Z, 2026-11-23T08:15:30.123Z",
        "2026-11-23T08:15:30.123456789Z, 2026-11-23T08:15:30.123456789Z",
        "2026-11-23t08:15:30z, 2026-11-23T08:15:30Z",
        "2026-11-23T08:15:30+01:00, 2026-11-23T07:15:30Z",
        "2026-11-23T08:15:30-00:30, 2026-11-23T08:45:30Z",
        "2026-11-23, 2026-11-23T00:00:00Z",
        "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z, 9999-12-31T23:59:59Z"
    })
    void an_instant_with_an_offset_and_a_day_are_read(String raw, Instant instant) {
        assertThat(arguments.instant("publishedAfter", raw)).contains(instant);
        assertThatCode(arguments::verify).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-23T24:00:00Z",
                "2026-11-23T08:15:60Z",
                "2026-11-23T08:15Z",
                "2026-11-23T08:15:30",
                "infinity",
                "2026-11-23T08:15:30 01:00",
                "2026-11-23T08:15:30+24:00",
                "2026-02-30",
                "2026-02-30T00:00:00Z",
                "-infinity",
                "10000-01-01T00:00:00Z",
                "+10000-01-01",
                "-0001-01-01T00:00:00Z",
                "0000-06-01",
                "1763885730000",
                "now",
                "",
                "0001-01-01T00:00:00+01:00",
                "9999-12-31T23:59:59-01:00",
                "２０２６-11-23",
                "2026-11-23T08:15:30.Z"
            })
    void any_other_time_is_refused(String raw) {
        assertThat(arguments.instant("publishedAfter", raw)).isEmpty();
        assertThat(fault().code()).isEqualTo("not-an-instant");
    }

    @Test
    void a_value_that_is_not_on_the_list_is_refused_with_the_list_and_the_nearest_value() {
        assertThat(arguments.oneOf("window", "24H", List.of("1h", "6h", "24h"), "6h"))
                .isEqualTo("6h");
        assertThat(fault())
                .isEqualTo(Violation.inParameter(
                        "window", "not-allowed", "must be one of 1h, 6h, 24h; did you mean '24h'?"));
    }

    @Test
    void several_values_of_a_list_come_in_its_order() {
        assertThat(arguments.someOf("include", "c,a,c", List.of("a", "b", "c"))).containsExactly("a", "c");
        assertThatCode(arguments::verify).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,", ",a", "a,,b", "a b", "A", "a;b", "a.x", ""})
    void any_other_list_of_values_is_refused(String raw) {
        arguments.someOf("include", raw, List.of("a", "b", "c"));
        assertThat(fault().code()).isEqualTo("not-allowed");
    }

    @Test
    void ids_are_read_in_either_case_and_once() {
        assertThat(arguments.uuids("ids", ID + "," + ID.toUpperCase(Locale.ROOT), 100))
                .containsExactly(UUID.fromString(ID));
        assertThatCode(arguments::verify).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0-0-0-0-0",
                "0191a2c47b7e7c3a9d523f6b0c1de9a8",
                "{0191a2c4-7b7e-7c3a-9d52-3f6b0c1de9a8}",
                "",
                "x",
                "0191a2c4-7b7e-7c3a-9d52-3f6b0c1de9a8,",
                "0191a2c4-7b7e-7c3a-9d52-3f6b0c1de9a8x",
                "0191a2c4-7b7e-7c3a-9d52-3f6b0c1de9a'",
                "urn:uuid:0191a2c4-7b7e-7c3a-9d52-3f6b0c1de9a8"
            })
    void any_other_form_of_an_id_is_refused(String raw) {
        assertThat(arguments.uuids("ids", raw, 100)).isEmpty();
        assertThat(fault().code()).isEqualTo("not-a-uuid");
    }

    @Test
    void one_id_too_many_is_refused() {
        String hundred = String.join(",", Collections.nCopies(100, ID));

        assertThat(arguments.uuids("ids", hundred, 100)).hasSize(1);
        assertThat(arguments.uuids("ids", hundred + "," + ID, 100)).isEmpty();
        assertThat(fault().detail()).contains("at most 100");
    }

    @ParameterizedTest
    @CsvSource({"EN-gb, en-GB", "de, de", "ZH-hant-tw, zh-Hant-TW", "sr-latn, sr-Latn", "de-1996, de-1996"})
    void a_language_tag_is_brought_into_canonical_case(String raw, String canonical) {
        assertThat(arguments.language("lang", raw)).contains(canonical);
        assertThatCode(arguments::verify).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "en_GB", "e", "english-language-of-great-britain", "en-", "-en", "", "und", "é"})
    void any_other_language_is_refused(String raw) {
        assertThat(arguments.language("lang", raw)).isEmpty();
        assertThat(fault().code()).isEqualTo("not-a-language");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "TRUE", "yes", "on", "", " true"})
    void a_flag_is_true_or_false_and_nothing_else(String raw) {
        assertThat(arguments.flag("explain", "true")).isTrue();
        assertThat(arguments.flag("explain", "false")).isFalse();
        assertThat(arguments.flag("explain", raw)).isFalse();
        assertThat(fault().detail()).startsWith("must be one of true, false");
    }

    @Test
    void text_is_trimmed_and_composed_and_measured_in_characters() {
        assertThat(arguments.text("q", "  cafe\u0301 ", 4)).contains("caf\u00e9");
        assertThat(arguments.text("q", "🚆🚆🚆🚆", 4)).contains("🚆🚆🚆🚆");
        assertThatCode(arguments::verify).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"12345, too-long", "'   ', empty", "'', empty"})
    void text_that_is_too_long_or_blank_is_refused(String raw, String code) {
        assertThat(arguments.text("q", raw, 4)).isEmpty();
        assertThat(fault().code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\nb", "a\u001bb", "a\u0085b", "a\ud800", "a\ufffdb"})
    void what_is_not_text_is_refused(String raw) {
        assertThat(arguments.text("q", raw, 100)).isEmpty();
        assertThat(fault().code()).isEqualTo("not-text");
    }

    @ParameterizedTest
    @NullSource
    void what_was_not_sent_has_its_default(String absent) {
        assertThat(arguments.integer("limit", absent, 1, 100, 20)).isEqualTo(20);
        assertThat(arguments.oneOf("window", absent, List.of("1h"), null)).isNull();
        assertThat(arguments.someOf("include", absent, List.of("a"))).isEmpty();
        assertThat(arguments.instant("publishedAfter", absent)).isEmpty();
        assertThat(arguments.language("lang", absent)).isEmpty();
        assertThat(arguments.uuids("ids", absent, 100)).isEmpty();
        assertThat(arguments.text("q", absent, 100)).isEmpty();
        assertThat(arguments.flag("explain", absent)).isFalse();
        assertThat(arguments.terms("tag", null)).isEqualTo(Terms.NONE);
        assertThatCode(arguments::verify).doesNotThrowAnyException();
    }

    @Test
    void all_faults_are_told_at_once() {
        arguments.integer("limit", "5000", 1, 100, 20);
        arguments.instant("publishedAfter", "yesterday");
        arguments.refuse("section", "unknown", "is no section");

        ProblemException problem = catchThrowableOfType(ProblemException.class, arguments::verify);

        assertThat(problem.type()).isEqualTo(ProblemType.INVALID_PARAMETERS);
        assertThat(problem.errors())
                .extracting(Violation::parameter)
                .containsExactly("limit", "publishedAfter", "section");
    }

    private Violation fault() {
        return catchThrowableOfType(ProblemException.class, arguments::verify)
                .errors()
                .get(0);
    }
}
