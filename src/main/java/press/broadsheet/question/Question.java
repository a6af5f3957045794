package press.broadsheet.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a reader asks, in the syntax of web searches: words, {@code "phrases"}, {@code or}, {@code -unwanted}. The database reads
 * that syntax itself; the pieces are for what it does not do: names, any-word search, suggestions.
 *
 * @param text as it was asked
 * @param wanted words and phrases, at most {@value #MOST}, each once
 * @param unwanted likewise
 */
public record Question(String text, List<String> wanted, List<String> unwanted) {
    private static final int MOST = 16;

    /** A phrase ends with its quote or with the text. */
    private static final Pattern PIECE = Pattern.compile("(-?)(?:\"([^\"]*)\"?|([^\\s\"]+))");

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]");

    public static Question of(String text) {
        List<String> wanted = new ArrayList<>();
        List<String> unwanted = new ArrayList<>();
        PIECE.matcher(text).results().forEach(piece -> {
            String words = piece.group(2) == null ? piece.group(3) : piece.group(2);
            List<String> side = piece.group(1).isEmpty() ? wanted : unwanted;
            if (isWord(piece, words) && !side.contains(words) && side.size() < MOST) {
                side.add(words);
            }
        });
        return new Question(text, List.copyOf(wanted), List.copyOf(unwanted));
    }

    private static boolean isWord(MatchResult piece, String words) {
        boolean operator =
                piece.group(3) != null && words.toLowerCase(Locale.ROOT).equals("or");
        return !operator && WORD.matcher(words).find();
    }

    /** Whether there is anything to look for. */
    public boolean hasWords() {
        return !wanted.isEmpty();
    }

    /** Whether fewer words than all could be looked for. */
    public boolean canBeRelaxed() {
        return wanted.size() > 1;
    }

    /** All that is wanted, without operators. */
    public String words() {
        return String.join(" ", wanted);
    }
}
