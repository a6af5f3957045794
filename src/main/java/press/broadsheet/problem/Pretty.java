package press.broadsheet.problem;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;

/** The parameter {@code pretty}: it indents an answer for a person's eyes and changes nothing else about it. */
public final class Pretty {
    /** Allowed on every path, as {@code ?pretty}, {@code ?pretty=true} or {@code ?pretty=false}. */
    public static final String PARAMETER = "pretty";

    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();

    /** Two spaces and LF on every platform, each element of an array on a line of its own. */
    private static final DefaultPrettyPrinter LAYOUT = new DefaultPrettyPrinter()
            .withArrayIndenter(new DefaultIndenter("  ", "\n"))
            .withObjectIndenter(new DefaultIndenter("  ", "\n"));

    private Pretty() {}

    /** Whether a raw query string, {@code null} if there is none, asks for indented JSON. */
    public static boolean isAskedFor(String query) {
        if (query == null || !query.contains(PARAMETER)) {
            return false;
        }
        String parameters = "&" + query + "&";
        return parameters.contains("&pretty&")
                || parameters.contains("&pretty=&")
                || parameters.contains("&pretty=true&");
    }

    /** The same JSON, indented. */
    public static byte[] indented(byte[] json) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(json.length * 2);
        try (JsonParser parser = JSON.createParser(json);
                JsonGenerator generator = JSON.createGenerator(bytes)) {
            generator.setPrettyPrinter(LAYOUT.createInstance());
            while (parser.nextToken() != null) {
                generator.copyCurrentEventExact(parser);
            }
            generator.writeRaw('\n');
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
        return bytes.toByteArray();
    }
}
