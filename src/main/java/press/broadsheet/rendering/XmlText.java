package press.broadsheet.rendering;

/** Text as XML can hold it. */
public final class XmlText {
    private XmlText() {}

    /**
     * A text without the characters that no XML document may hold, escaped or not (XML 1.0, 2.2): most control characters,
     * halves of surrogate pairs, U+FFFE and U+FFFF. Null stays null.
     */
    public static String legal(String text) {
        return text == null || text.codePoints().allMatch(XmlText::isLegal)
                ? text
                : text.codePoints()
                        .filter(XmlText::isLegal)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static boolean isLegal(int character) {
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || (character >= 0x20 && character <= 0xD7FF)
                || (character >= 0xE000 && character <= 0xFFFD)
                || character >= 0x10000;
    }
}
