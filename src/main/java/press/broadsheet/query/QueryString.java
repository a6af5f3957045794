package press.broadsheet.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** The query of a URL, from its parameters. */
public final class QueryString {
    private QueryString() {}

    /** The parameters in the order of the map, behind a question mark; empty if there are none. */
    public static String of(Map<String, List<String>> parameters) {
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        parameters.forEach((name, values) -> values.forEach(value -> query.add(encode(name) + "=" + encode(value))));
        return query.toString();
    }

    /** Percent-encoding after RFC 3986; a comma, which separates values here, may stand in a query and stays legible. */
    private static String encode(String value) {
        return URLEncoder.encode(value, UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~")
                .replace("%2C", ",");
    }
}
