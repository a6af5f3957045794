package press.broadsheet.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class XmlTextTest {
    @Test
    void what_xml_cannot_hold_is_taken_out() {
        String illegal = IntStream.concat(
                        IntStream.range(0, 0x20).filter(character -> "\t\n\r".indexOf(character) < 0),
                        IntStream.of(0xD800, 0xDFFF, 0xFFFE, 0xFFFF))
                .mapToObj(character -> "a" + (char) character)
                .collect(Collectors.joining());

        assertThat(XmlText.legal(illegal)).matches("a+").hasSize(illegal.length() / 2);
    }

    @Test
    void all_else_stays() {
        String legal = "\t\n\r <&>]]>\u007f\u0085\u2028\uD7FF\uE000\uFFFD\uD83D\uDE00";

        assertThat(XmlText.legal(legal)).isSameAs(legal);
        assertThat(XmlText.legal(null)).isNull();
    }
}
