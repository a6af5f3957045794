package press.broadsheet.conditional;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * How the bytes of an answer are coded on the way. What has a validator is compressed here and not by the server, which
 * would leave the entity tag as it is; a strong one must differ between codings (RFC 9110, 8.8.3.3).
 */
public enum Coding {
    IDENTITY("identity", ""),
    /** The suffix is that of Apache's mod_deflate, so a tag that such a proxy made is understood as well. */
    GZIP("gzip", "-gzip");

    private static final Pattern ELEMENT = Pattern.compile("([a-z-]+|\\*)\\s*(?:;\\s*q=([0-9.]+))?");

    private final String token;
    private final String suffix;

    Coding(String token, String suffix) {
        this.token = token;
        this.suffix = suffix;
    }

    /** The best one that an {@code Accept-Encoding} header, or its absence, allows (RFC 9110, 12.5.3). */
    public static Coding accepted(String header) {
        if (header == null) {
            return IDENTITY;
        }
        Coding otherwise = IDENTITY;
        Matcher element = ELEMENT.matcher(header.toLowerCase(Locale.ROOT));
        while (element.find()) {
            Coding coding = element.group(2) == null || element.group(2).matches(".*[1-9].*") ? GZIP : IDENTITY;
            switch (element.group(1)) {
                case "gzip", "x-gzip" -> {
                    return coding;
                }
                case "*" -> otherwise = coding;
                default -> {
                    // Another coding, which is not offered.
                }
            }
        }
        return otherwise;
    }

    /** The name in {@code Content-Encoding}. */
    public String token() {
        return token;
    }

    /** What it adds to an entity tag. */
    public String suffix() {
        return suffix;
    }

    public byte[] encode(byte[] body) {
        return switch (this) {
            case IDENTITY -> body;
            case GZIP -> gzip(body);
        };
    }

    private static byte[] gzip(byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length / 3 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
