package press.broadsheet.likeness;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;

/**
 * The sequences of three words in a text, each as a number: texts that share most of them are the same text, retitled,
 * shortened or brought up to date. After Andrei Z. Broder, "On the resemblance and containment of documents", Proceedings of
 * Compression and Complexity of Sequences (1997).
 */
public final class Shingles {
    private static final int WORDS = 3;

    /**
     * As many as tell likely near-duplicates in an index; these are then compared by all. Of two texts that share a seventh of all
     * sequences one in 150 pairs has none of them in common (0.85 to the power of 32).
     */
    private static final int FINGERPRINT = 32;

    /** In order, each once. */
    private final int[] hashes;

    private Shingles(int[] hashes) {
        this.hashes = hashes;
    }

    /** Of the words as Unicode finds them, whatever their case and what stands between them. */
    public static Shingles of(String text) {
        int[] words = words(text).stream().mapToInt(Shingles::hash).toArray();
        int sequences = words.length == 0 ? 0 : Math.max(1, words.length - WORDS + 1);
        return new Shingles(IntStream.range(0, sequences)
                .map(first -> hash(words, first, Math.min(words.length, first + WORDS)))
                .sorted()
                .distinct()
                .toArray());
    }

    /** The words of a text in lower case. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        BreakIterator boundaries = BreakIterator.getWordInstance(ULocale.ROOT);
        boundaries.setText(text);
        int start = boundaries.first();
        for (int end = boundaries.next(); end != BreakIterator.DONE; start = end, end = boundaries.next()) {
            if (boundaries.getRuleStatus() != BreakIterator.WORD_NONE) {
                words.add(text.substring(start, end).toLowerCase(Locale.ROOT));
            }
        }
        return words;
    }

    /** How many different ones there are. */
    public int size() {
        return hashes.length;
    }

    /** What share of all sequences of both texts stands in both, 0 to 1. */
    public double resemblance(Shingles other) {
        int shared = shared(other);
        int all = size() + other.size() - shared;
        return all == 0 ? 0 : (double) shared / all;
    }

    /** What share of the shorter text's sequences stands in the longer one, 0 to 1. */
    public double containment(Shingles other) {
        int shorter = Math.min(size(), other.size());
        return shorter == 0 ? 0 : (double) shared(other) / shorter;
    }

    /** The smallest numbers: two texts share about as many of them as they share of their sequences. */
    int[] fingerprint() {
        return Arrays.copyOf(hashes, Math.min(hashes.length, FINGERPRINT));
    }

    private int shared(Shingles other) {
        int shared = 0;
        for (int mine = 0, theirs = 0; mine < hashes.length && theirs < other.hashes.length; ) {
            int order = Integer.compare(hashes[mine], other.hashes[theirs]);
            shared += order == 0 ? 1 : 0;
            mine += order <= 0 ? 1 : 0;
            theirs += order >= 0 ? 1 : 0;
        }
        return shared;
    }

    private static int hash(String word) {
        CRC32C crc = new CRC32C();
        crc.update(word.getBytes(StandardCharsets.UTF_8));
        return (int) crc.getValue();
    }

    private static int hash(int[] words, int from, int to) {
        ByteBuffer sequence = ByteBuffer.allocate(WORDS * Integer.BYTES);
        for (int word = from; word < to; word++) {
            sequence.putInt(words[word]);
        }
        CRC32C crc = new CRC32C();
        crc.update(sequence.flip());
        return (int) crc.getValue();
    }
}
