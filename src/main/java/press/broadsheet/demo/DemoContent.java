package press.broadsheet.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.runtime.util.ClassPathUtils;

/** Reads the demonstration newsroom from the class path: YAML lists, and a Markdown file with a YAML head for each article. */
final class DemoContent {
    private static final String FOLDER = "demo/";
    private static final String FENCE = "---\n";
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory())
            .registerModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private DemoContent() {}

    /** One file: the slug is its name. */
    record Piece(String slug, DemoArticle article, String markdown) {}

    static <T> T read(String file, TypeReference<T> type) {
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(FOLDER + file)) {
            return YAML.readValue(in, type);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The articles, the editors' featured ones first and in their order. */
    static List<Piece> articles() {
        List<Piece> pieces = new ArrayList<>();
        try {
            ClassPathUtils.consumeAsPaths(FOLDER + "articles", folder -> addAll(folder, pieces));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        pieces.sort(
                Comparator.<Piece>comparingInt(piece -> piece.article().place()).thenComparing(Piece::slug));
        return pieces;
    }

    private static void addAll(Path folder, List<Piece> pieces) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                pieces.add(piece(file));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Piece piece(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        int end = text.indexOf("\n" + FENCE, FENCE.length()) + 1;
        String slug = file.getFileName().toString().replaceFirst("\\.md$", "");
        DemoArticle article = YAML.readValue(text.substring(FENCE.length(), end), DemoArticle.class);
        return new Piece(slug, article, text.substring(end + FENCE.length()).strip());
    }
}
