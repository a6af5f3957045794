package press.broadsheet.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlugTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sea wall: what the council decided | sea-wall-what-the-council-decided",
                "Über Öl & Äpfel: Straße, Maß | ueber-oel-aepfel-strasse-mass",
                "Crème brûlée à l’Élysée | creme-brulee-a-lelysee",
                "Łódź, Ærø, Þór, Đakovo | lodz-aero-thor-dakovo",
                "İstanbul’da Işık | istanbulda-isik",
                "Хрущёв и щука: Ольга, жизнь | khrushchev-i-shchuka-olga-zhizn",
                "Київ: їжак | kiiv-izhak",
                "Βάδιζε μπροστά, ξανθή ψυχή! | badize-mprosta-xanthe-psyche",
                "北京大学宣布新计划 | bei-jing-da-xue-xuan-bu-xin-ji-hua",
                "ひらがなとカタカナ | hiraganatokatakana",
                "서울 시장 선거 | seoul-sijang-seongeo",
                "مرحبا بالعالم ١٢٣ | mrhba-balalm-123",
                "हिन्दी समाचार | hindi-samacara",
                "สวัสดีชาวโลก | swasdi-chaw-lok",
                "😀 party 🎉 | party",
                "Don't “stop” O’Neill’s | dont-stop-oneills",
                "3½ m² ﬁne ＦＵＬＬ 𝐁old | 3-1-2-m2-fine-full-bold",
                "a_b—c–d…e/f\\g | a-b-c-d-e-f-g",
                "  --Hello--  | hello",
                "C++ 4.0: 50 % | c-4-0-50",
            })
    void a_title_of_any_script_makes_a_slug(String title, String slug) {
        assertThat(Slug.of(title)).contains(slug);
        assertThat(Slug.isValid(slug)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "!!! ???", "😀🎉", "—", "\u202E\u200B", "\0", "\uD800"})
    void without_a_letter_or_a_digit_there_is_none(String title) {
        assertThat(Slug.of(title)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Über Öl", "Crème brûlée", "서울 시장", "Ёлка и йод", "Ấm áp"})
    void both_unicode_forms_of_a_title_make_one_slug(String title) {
        assertThat(Slug.of(Normalizer.normalize(title, Normalizer.Form.NFD)))
                .isEqualTo(Slug.of(Normalizer.normalize(title, Normalizer.Form.NFC)));
    }

    @Test
    void what_is_invisible_parts_no_word_and_what_is_white_does() {
        assertThat(Slug.of("abc\u202Edef\u202C Donau\u00ADdampf co\u200Bop")).contains("abcdef-donaudampf-coop");
        assertThat(Slug.of("a\tb\nc\u00A0d\u2028e\u3000f\0g")).contains("a-b-c-d-e-f-g");
    }

    @Test
    void it_does_not_depend_on_where_the_server_stands() {
        Locale before = Locale.getDefault();
        try {
            for (String place : List.of("tr", "de", "az", "lt", "el")) {
                Locale.setDefault(Locale.forLanguageTag(place));
                assertThat(Slug.of("INDIA TITLE Öl & Γη")).as(place).contains("india-title-oel-ge");
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void many_threads_make_the_same_slug() {
        assertThat(IntStream.range(0, 400)
                        .parallel()
                        .mapToObj(
                                turn -> Slug.of("Жизнь 北京 Öl ψυχή " + turn % 2).orElseThrow())
                        .distinct())
                .containsExactlyInAnyOrder("zhizn-bei-jing-oel-psyche-0", "zhizn-bei-jing-oel-psyche-1");
    }

    @Test
    void a_long_title_is_cut_at_a_word() {
        String slug = Slug.of("word ".repeat(1000)).orElseThrow();

        assertThat(slug).hasSize(119).endsWith("-word");
        assertThat(Slug.of("a ".repeat(100_000)).orElseThrow()).hasSize(119).matches(Slug.PATTERN);
    }

    @Test
    void a_long_word_is_cut_itself() {
        assertThat(Slug.of("x".repeat(1000)).orElseThrow()).isEqualTo("x".repeat(120));
        assertThat(Slug.of("The " + "x".repeat(1000)).orElseThrow())
                .hasSize(120)
                .startsWith("the-xxx");
    }

    @Test
    void a_slug_of_a_slug_is_itself() {
        assertThat(Slug.of("ueber-oel-2")).contains("ueber-oel-2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "a-", "-a", "a--b", "A", "a_b", "ä", "a b", "a\n", "١", "a/../b"})
    void what_is_no_slug_is_not_valid(String text) {
        assertThat(Slug.isValid(text)).isFalse();
        assertThat(Pattern.matches(Slug.PATTERN, text)).isFalse();
    }

    @Test
    void the_pattern_takes_every_slug_and_overflows_no_stack() {
        assertThat("a-".repeat(59) + "bc").hasSize(120).matches(Slug.PATTERN);
        assertThat(Pattern.matches(Slug.PATTERN, "a-".repeat(500_000) + "a")).isFalse();
        assertThat(Pattern.matches(Slug.PATTERN, "a".repeat(500_000) + "!")).isFalse();
        assertThat(Slug.isValid("a".repeat(121))).isFalse();
    }

    @Test
    void the_slug_that_was_given_is_chosen_unless_it_is_taken() {
        assertThat(Slug.choose("given", "Title", slug -> false)).contains("given");
        assertThat(Slug.choose("given", "Title", "given"::equals)).isEmpty();
    }

    @Test
    void a_title_that_is_taken_gets_the_next_number() {
        assertThat(Slug.choose(null, "Sea wall", slug -> false)).contains("sea-wall");
        assertThat(Slug.choose(null, "Sea wall", Set.of("sea-wall", "sea-wall-2")::contains))
                .contains("sea-wall-3");
        assertThat(Slug.choose(null, "!!!", "untitled"::equals)).contains("untitled-2");
    }

    @Test
    void a_title_that_is_taken_over_and_over_gets_random_digits() {
        String slug = Slug.choose(
                        null, "x".repeat(200), taken -> taken.length() < 120 || !taken.matches(".*-[0-9a-f]{12}"))
                .orElseThrow();

        assertThat(slug).hasSize(Slug.MAX_LENGTH).matches("x{107}-[0-9a-f]{12}");
    }

    @Test
    void what_looks_like_an_id_is_never_free() {
        String id = UUID.randomUUID().toString();

        assertThat(Slug.choose(id, "Title", slug -> false)).isEmpty();
        assertThat(Slug.choose(null, id, slug -> false)).contains(id + "-2");
    }
}
