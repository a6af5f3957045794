package press.broadsheet.content;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * Markup read as text: a blank line between paragraphs, a line for each item of a list and each row of a table, a tab between
 * the cells of a row, white space folded except in {@code pre}.
 */
final class PlainText {
    private PlainText() {}

    static String of(Element body) {
        Reading reading = new Reading();
        NodeTraversor.traverse(reading, body);
        return reading.text.toString();
    }

    /**
     * The words as Unicode finds them (UAX 29; by dictionary where a script puts no spaces, so that Japanese has words too).
     * What holds no letter and no digit is none.
     */
    static int words(String text) {
        BreakIterator boundaries = BreakIterator.getWordInstance(ULocale.ROOT);
        boundaries.setText(text);
        int words = 0;
        while (boundaries.next() != BreakIterator.DONE) {
            words += boundaries.getRuleStatus() == BreakIterator.WORD_NONE ? 0 : 1;
        }
        return words;
    }

    /** What stands between two words, from the weakest to the strongest. */
    private enum Gap {
        NONE(""),
        SPACE(" "),
        CELL("\t"),
        LINE("\n"),
        BLANK_LINE("\n\n");

        private final String characters;

        Gap(String characters) {
            this.characters = characters;
        }
    }

    /** A gap is only remembered until the next word comes, so that none opens or ends the text and the strongest wins. */
    private static final class Reading implements NodeVisitor {
        private static final Map<String, Gap> AROUND = Stream.of(
                        Map.entry(Gap.CELL, "td th"),
                        Map.entry(Gap.LINE, "tr li dt dd figcaption"),
                        Map.entry(Gap.BLANK_LINE, "p div h2 h3 h4 hr blockquote pre ul ol dl figure table caption"))
                .flatMap(entry -> Stream.of(entry.getValue().split(" ")).map(name -> Map.entry(name, entry.getKey())))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

        private final StringBuilder text = new StringBuilder();
        private final StringBuilder verbatimSpace = new StringBuilder();
        private Gap gap = Gap.NONE;
        private int cells;
        private int items;
        private int verbatim;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
                read(words.getWholeText());
            } else if (node instanceof Element element) {
                separate(element);
                enter(element, 1);
                if ("br".equals(element.normalName())) {
                    breakLine();
                }
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                enter(element, -1);
                separate(element);
            }
        }

        private void separate(Element element) {
            Gap around = AROUND.get(element.normalName());
            if (around != null) {
                verbatimSpace.setLength(0);
                widen(around);
            }
        }

        /** Two of them in a row are how old editors part paragraphs. */
        private void breakLine() {
            widen(gap.compareTo(Gap.LINE) < 0 ? Gap.LINE : Gap.BLANK_LINE);
        }

        private void enter(Element element, int change) {
            switch (element.normalName()) {
                case "td", "th" -> cells += change;
                case "li", "dd" -> items += change;
                case "pre" -> verbatim += change;
                default -> {}
            }
        }

        private void read(String words) {
            for (int at = 0; at < words.length(); at++) {
                read(words.charAt(at));
            }
        }

        private void read(char character) {
            if (!Character.isWhitespace(character) && character != '\u00A0') {
                closeGap();
                text.append(character);
            } else if (verbatim > 0 && cells == 0) {
                verbatimSpace.append(character);
            } else {
                widen(Gap.SPACE);
            }
        }

        private void closeGap() {
            if (gap != Gap.NONE || !verbatimSpace.isEmpty()) {
                text.append(text.isEmpty() ? "" : gap.characters).append(verbatimSpace);
                gap = Gap.NONE;
                verbatimSpace.setLength(0);
            }
        }

        /** A row stays in its line and a list in one piece, whatever stands in them. */
        private void widen(Gap wanted) {
            Gap widest = cells > 0 ? Gap.SPACE : items > 0 ? Gap.LINE : Gap.BLANK_LINE;
            Gap next = wanted.compareTo(widest) < 0 ? wanted : widest;
            gap = next.compareTo(gap) > 0 ? next : gap;
        }
    }
}
