package press.broadsheet.json;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;

/**
 * Writes text as JSON that may stand in a {@code <script>} of a page as it is: without a character that could end the script, begin a
 * comment or be read as a reference to one, or end a line of JavaScript. What the JSON means stays the same.
 */
public final class ScriptSafe extends StdSerializer<String> {
    public ScriptSafe() {
        super(String.class);
    }

    @Override
    public void serialize(String text, JsonGenerator json, SerializerProvider provider) throws IOException {
        StringBuilder escaped = new StringBuilder(text.length() + 16).append('"');
        for (char character : JsonStringEncoder.getInstance().quoteAsString(text)) {
            switch (character) {
                case '<', '>', '&', '\u2028', '\u2029' -> escaped.append("\\u%04X".formatted((int) character));
                default -> escaped.append(character);
            }
        }
        json.writeRawValue(escaped.append('"').toString());
    }
}
