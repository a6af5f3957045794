package press.broadsheet.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {
    @ParameterizedTest
    @CsvSource({
        "en, en",
        "EN-gb, en-GB",
        "pt-BR, pt-BR",
        "zh-hant-tw, zh-Hant-TW",
        "SR-LATN, sr-Latn",
        "es-419, es-419",
        "sl-ROZAJ, sl-rozaj",
        "de-ch-1996, de-CH-1996",
        "haw, haw",
        "iw, he",
        "no, no",
        "zh-min-nan, nan",
        "en-u-CA-gregory, en-u-ca-gregory",
    })
    void any_case_in_canonical_case_out(String tag, String canonical) {
        assertThat(Language.canonical(tag)).contains(canonical);
        assertThat(Language.canonical(canonical)).contains(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "e",
                "en_GB",
                "en-",
                "-en",
                "en--GB",
                "../x",
                "en GB",
                "en\n",
                "english-language-tag",
                "x",
                "und",
                "UND",
                "\u0435n",
                "ｅｎ",
                "en\0",
                "*",
                "en-GB-GB",
                "1a",
                "de-a",
                "x-private"
            })
    void what_is_not_well_formed_is_none(String tag) {
        assertThat(Language.canonical(tag)).isEmpty();
    }

    @Test
    void a_tag_has_an_end() {
        assertThat(Language.canonical("en-" + "a".repeat(300))).isEmpty();
        assertThat(Language.canonical("en" + "-abcde".repeat(6))).isEmpty();
        assertThat(Language.canonical("a".repeat(10_000_000))).isEmpty();
    }

    @Test
    void it_does_not_depend_on_where_the_server_stands() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(Language.canonical("ID-id")).contains("id-ID");
        } finally {
            Locale.setDefault(before);
        }
    }
}
