import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.time.Instant;
import java.util.Random;
import java.util.StringJoiner;

/**
 * Writes lines to be imported: {@code ImportLines <articles>}. Sections, tags and authors first; then articles as a foreign
 * system has them, each with an author, 5 tags, a picture and 400 words of HTML, in paragraphs with links and emphasis.
 */
class ImportLines {
    private static final String[] SYLLABLES = {
        "al", "be", "cor", "da", "en", "fa", "gor", "hi", "il", "ka", "lo", "men", "no", "or", "pe", "qui", "ra", "sto", "tu", "ver"
    };
    private static final int TAGS = 2000;
    private static final int AUTHORS = 500;
    private static final int SECTIONS = 20;
    private static final int PARAGRAPHS = 8;
    private static final int WORDS = 50;
    private static final int WORDS_KNOWN = 100_000;

    private final Random random = new Random(7);

    public static void main(String[] arguments) throws IOException {
        new ImportLines().write(Integer.parseInt(arguments[0]));
    }

    private void write(int articles) throws IOException {
        try (BufferedWriter out = new BufferedWriter(new OutputStreamWriter(System.out, UTF_8))) {
            for (int number = 0; number < SECTIONS; number++) {
                out.write("{\"type\":\"section\",\"draft\":{\"slug\":\"section-%1$d\",\"name\":\"Section %1$d\"}}\n"
                        .formatted(number));
            }
            for (int number = 0; number < TAGS; number++) {
                out.write("{\"type\":\"tag\",\"draft\":{\"slug\":\"tag-%1$d\",\"type\":\"topic\",\"name\":\"Tag %1$d\"}}\n"
                        .formatted(number));
            }
            for (int number = 0; number < AUTHORS; number++) {
                out.write("{\"type\":\"author\",\"draft\":{\"slug\":\"author-%1$d\",\"name\":\"Author %1$d\"}}\n"
                        .formatted(number));
            }
            for (int number = 0; number < articles; number++) {
                out.write(article(number));
            }
        }
    }

    private String article(int number) {
        int tag = random.nextInt(TAGS - 5);
        StringJoiner tags = new StringJoiner("\",\"", "\"", "\"");
        for (int place = 0; place < 5; place++) {
            tags.add("tag-" + (tag + place));
        }
        StringBuilder body = new StringBuilder();
        for (int paragraph = 0; paragraph < PARAGRAPHS; paragraph++) {
            body.append("<p>%s <em>%s</em> %s <a href='https://example.org/%s'>%s</a>.</p>"
                    .formatted(words(WORDS / 2), words(2), words(WORDS / 2 - 4), word(), words(2)));
        }
        Instant published = Instant.ofEpochSecond(1_262_304_000L + number * 300L);
        return """
                {"type":"article","source":"bench","externalId":"%d","draft":{"title":"%s","summary":"%s",\
                "section":"section-%d","tags":[%s],"authors":["author-%d"],"lang":"en",\
                "image":{"url":"https://example.org/%s.jpg","width":1600,"height":900,"alt":"%s"},\
                "body":{"html":"%s"},"status":"published","publishedAt":"%s"}}
                """.formatted(
                        number, words(8), words(20), random.nextInt(SECTIONS), tags, random.nextInt(AUTHORS), word(),
                        words(6), body, published);
    }

    private String words(int count) {
        StringJoiner words = new StringJoiner(" ");
        for (int number = 0; number < count; number++) {
            words.add(word());
        }
        return words.toString();
    }

    /** By the law of Zipf, as in texts that people write: the word of rank n stands an n-th as often as the first. */
    private String word() {
        int rank = (int) Math.pow(WORDS_KNOWN, random.nextDouble());
        StringBuilder word = new StringBuilder();
        for (int rest = rank; rest > 0; rest /= SYLLABLES.length) {
            word.append(SYLLABLES[rest % SYLLABLES.length]);
        }
        return word.toString();
    }
}
