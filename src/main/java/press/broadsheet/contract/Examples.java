package press.broadsheet.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What stands in the document as examples: answers of the demonstration newsroom, shortened, one file for each operation
 * with its {@code request} and {@code answer}, or {@code answers} by media type; and one file for the parameters, by name or by operation and name.
 */
final class Examples {
    private static final String FOLDER = "/openapi/";
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Object> parameters = read("parameters").orElseThrow();

    /** Empty for an operation that neither takes nor answers a body. */
    Optional<Map<String, Object>> ofOperation(String id) {
        return read("examples/" + id);
    }

    /** Its {@code example}, and its {@code description} if the code has none. */
    Optional<Map<String, Object>> ofParameter(String operation, String name) {
        Object known = parameters.getOrDefault(operation + "." + name, parameters.get(name));
        return Optional.ofNullable(known).map(object -> json.convertValue(object, OBJECT));
    }

    private Optional<Map<String, Object>> read(String name) {
        try (InputStream file = Examples.class.getResourceAsStream(FOLDER + name + ".json")) {
            return file == null ? Optional.empty() : Optional.of(json.readValue(file, OBJECT));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
