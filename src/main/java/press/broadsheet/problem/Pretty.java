package press.broadsheet.problem;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;

/** The parameter {@code pretty}: it indents an answer for a person's eyes and changes nothing else about it. */
public final class Pretty {
    /** Allowed on every path, as {@code ?pretty}, {@code ?pretty=true} or {@code ?pretty=false}. */
    public static final String PARAMETER = "pretty";

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

    /**
     * The same JSON, indented by two spaces. Strings and numbers stay as they are, to the byte: what is escaped in them may have
     * to be.
     */
    public static byte[] indented(byte[] json) {
        ByteArrayOutputStream pretty = new ByteArrayOutputStream(json.length * 2);
        int depth = 0;
        int end;
        for (int at = 0; at < json.length; at = end) {
            end = endOfToken(json, at);
            byte token = json[at];
            if (token == '}' || token == ']') {
                depth--;
                breakLine(pretty, depth);
            }
            if (token == ':') {
                pretty.writeBytes(" : ".getBytes(US_ASCII));
            } else if (token > ' ') {
                pretty.write(json, at, end - at);
            }
            if (token == ',' || (opens(token) && end == at + 1)) {
                depth += opens(token) ? 1 : 0;
                breakLine(pretty, depth);
            }
        }
        pretty.write('\n');
        return pretty.toByteArray();
    }

    /** A string is one token, and so are two brackets with nothing between them. */
    private static int endOfToken(byte[] json, int at) {
        if (json[at] != '"') {
            boolean empty = opens(json[at]) && (json[at + 1] == '}' || json[at + 1] == ']');
            return at + (empty ? 2 : 1);
        }
        int end = at + 1;
        while (json[end] != '"') {
            end += json[end] == '\\' ? 2 : 1;
        }
        return end + 1;
    }

    private static boolean opens(byte token) {
        return token == '{' || token == '[';
    }

    private static void breakLine(ByteArrayOutputStream pretty, int depth) {
        pretty.write('\n');
        pretty.writeBytes("  ".repeat(depth).getBytes(US_ASCII));
    }
}
