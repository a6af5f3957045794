package press.broadsheet.edge;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Percent-encoding (RFC 3986) of UTF-8, read strictly: the servers' own decoders put U+FFFD where it is broken. */
final class PercentEncoding {
    private PercentEncoding() {}

    /** The text, or nothing if an escape is cut short or the bytes are not UTF-8 (overlong forms and surrogates included). */
    static Optional<String> decode(String encoded) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
        int at = 0;
        while (at < encoded.length()) {
            if (encoded.charAt(at) != '%') {
                bytes.write(encoded.charAt(at));
                at++;
                continue;
            }
            if (at + 2 >= encoded.length()) {
                return Optional.empty();
            }
            int high = Character.digit(encoded.charAt(at + 1), 16);
            int low = Character.digit(encoded.charAt(at + 2), 16);
            if (high < 0 || low < 0) {
                return Optional.empty();
            }
            bytes.write((high << 4) | low);
            at += 3;
        }
        return decode(bytes.toByteArray());
    }

    /** The text that these bytes are in UTF-8, or nothing. */
    static Optional<String> decode(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException broken) {
            return Optional.empty();
        }
    }
}
