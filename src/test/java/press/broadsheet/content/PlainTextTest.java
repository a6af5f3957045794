package press.broadsheet.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {
    @Test
    void paragraphs_are_parted_by_a_blank_line() {
        assertThat(text("<p>a\n  b</p>\n<p>c</p>")).isEqualTo("a b\n\nc");
        assertThat(text("a<p>b</p>c<h2>d</h2><blockquote><p>e</p></blockquote><hr>f"))
                .isEqualTo("a\n\nb\n\nc\n\nd\n\ne\n\nf");
        assertThat(text("<p>a</p><p>&nbsp;</p><p></p><p>b</p>")).isEqualTo("a\n\nb");
    }

    @Test
    void elements_within_a_line_part_nothing() {
        assertThat(text("<p>un<b>believ</b>able, <em>he</em> said<img src=/x alt=y>.</p>"))
                .isEqualTo("unbelievable, he said.");
    }

    @Test
    void a_line_break_is_one_and_two_are_a_paragraph() {
        assertThat(text("a<br>b<br><br>c<br><br><br>d")).isEqualTo("a\nb\n\nc\n\nd");
    }

    @Test
    void each_item_has_a_line() {
        assertThat(text("<p>x</p><ul><li>a<ul><li>b</li></ul></li><li><p>c</p><p>d</p></li></ul>y"))
                .isEqualTo("x\n\na\nb\nc\nd\n\ny");
        assertThat(text("<dl><dt>a</dt><dd>b</dd><dt>c</dt></dl>")).isEqualTo("a\nb\nc");
    }

    @Test
    void each_row_has_a_line_and_a_tab_between_its_cells() {
        assertThat(text("<table><caption>x</caption><thead><tr><th>a</th><th>b</th></tr></thead>"
                        + "<tbody><tr><td><p>1</p><p>2</p></td><td>3<br>4</td></tr></tbody></table>y"))
                .isEqualTo("x\n\na\tb\n1 2\t3 4\n\ny");
    }

    @Test
    void what_is_set_by_hand_keeps_its_spaces() {
        assertThat(text("<p>x</p><pre>\n  a\n    <b>b</b>  c\n\n</pre>y")).isEqualTo("x\n\n  a\n    b  c\n\ny");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 0",
        "'– … !', 0",
        "'The council voted.', 3",
        "'It’s 3.75 per cent – £41,000', 5",
        "'Straße, Maß und Öl', 4",
        "'東京で会議が開かれた', 8",
        "'การประชุมสภา', 3",
    })
    void words_are_those_of_any_script(String text, int words) {
        assertThat(PlainText.words(text)).isEqualTo(words);
    }

    private static String text(String html) {
        return SafeText.ofHtml(html).text();
    }
}
