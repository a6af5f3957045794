package press.broadsheet.query;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.ws.rs.core.UriInfo;

/**
 * What a GET asks for, however it is spelt: parameters and their values in any order are the same question, and so is a
 * default that is written out. The path is as it was sent, so that nothing in it can pass for a parameter.
 *
 * @param form the media type of the answer, where a path has several to choose from by {@code Accept}; "" elsewhere
 */
public record CanonicalRequest(String path, String form, Map<String, List<String>> parameters) {
    public static CanonicalRequest of(UriInfo uri, DeclaredDefaults defaults, String form) {
        Map<String, List<String>> parameters = new TreeMap<>();
        uri.getQueryParameters().forEach((name, values) -> {
            if (!defaults.contain(name, values)) {
                parameters.put(name, values.stream().sorted().toList());
            }
        });
        return new CanonicalRequest(uri.getRequestUri().getRawPath(), form, parameters);
    }

    /** How many characters it has. */
    public int length() {
        int length = path.length() + form.length();
        for (Map.Entry<String, List<String>> parameter : parameters.entrySet()) {
            length += parameter.getKey().length();
            for (String value : parameter.getValue()) {
                length += value.length();
            }
        }
        return length;
    }
}
