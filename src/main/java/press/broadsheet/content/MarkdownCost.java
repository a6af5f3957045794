package press.broadsheet.content;

import java.util.regex.Pattern;

/**
 * What Markdown could cost its parser at worst, in steps of about two nanoseconds. At every character that can open something
 * the parser may look ahead to the end of the paragraph ({@code <<<<…} is quadratic), it fills up every row of a table to the
 * width of the widest, and it writes out the address of a reference wherever that is used. People's texts cost thousands of
 * steps; half a million characters written for the purpose would take minutes and gigabytes.
 */
final class MarkdownCost {
    /** Under half a second. */
    static final long BEARABLE = 200_000_000;

    private static final long CELL = 1000;
    private static final long CHARACTER_OF_A_REFERENCE = 20;

    private static final String OPENERS = "<[*_`";

    /** Ends a paragraph; Java's notion of a blank line is wider than Markdown's. */
    private static final Pattern BLANK = Pattern.compile("[ \\t]*");

    /** Begins a block even without a blank line before it, which of all items of lists only these may do. */
    private static final Pattern ITEM = Pattern.compile(" {0,3}[-+*] +[^ \\t].*", Pattern.DOTALL);

    private long steps;
    private long openers;
    private long longestDefinition;

    private long length;
    private long openersHere;
    private long lines;
    private long widest;
    private boolean defines;

    private MarkdownCost() {}

    static long of(String markdown) {
        MarkdownCost cost = new MarkdownCost();
        markdown.lines().forEach(cost::add);
        cost.endParagraph();
        return cost.steps + CHARACTER_OF_A_REFERENCE * cost.longestDefinition * cost.openers;
    }

    private void add(String line) {
        if (BLANK.matcher(line).matches() || ITEM.matcher(line).matches()) {
            endParagraph();
        }
        length += line.length() + 1;
        openersHere += count(line, OPENERS);
        lines++;
        widest = Math.max(widest, count(line, "|"));
        defines |= line.contains("]:");
    }

    private void endParagraph() {
        steps += openersHere * length + (widest == 0 ? 0 : CELL * lines * (widest + 1));
        openers += openersHere;
        longestDefinition = Math.max(longestDefinition, defines ? length : 0);
        length = 0;
        openersHere = 0;
        lines = 0;
        widest = 0;
        defines = false;
    }

    private static long count(String line, String characters) {
        return line.chars()
                .filter(character -> characters.indexOf(character) >= 0)
                .count();
    }
}
