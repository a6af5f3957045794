package press.broadsheet.json;

import static press.broadsheet.problem.ProblemType.INVALID_CONTENT;
import static press.broadsheet.problem.ProblemType.MALFORMED_REQUEST;

import java.io.IOException;
import java.lang.reflect.Type;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import press.broadsheet.problem.JsonFaults;
import press.broadsheet.problem.ProblemException;
import press.broadsheet.problem.Violations;

/**
 * Reads JSON that a client sent, all of a body or a line of it: first the form of the whole ({@link JsonSyntax}, 400), then
 * what it says ({@link JsonBinding}, 422), each with all faults that can be found in one go. For any thread.
 */
@Singleton
public class JsonReading {
    private final ObjectMapper json;
    private final ObjectReader reader;

    JsonReading(ObjectMapper json) {
        this.json = json;
        this.reader = JsonBinding.reader(json);
    }

    /**
     * What a document says; null only where it is a JSON null.
     *
     * @throws ProblemException with what is wrong with it
     */
    public Object read(byte[] document, Type type) throws IOException {
        try {
            JsonSyntax.check(document, json.getFactory()).verify(MALFORMED_REQUEST);
            return bind(document, type);
        } catch (JsonProcessingException refusal) {
            throw JsonFaults.in(refusal).orElseThrow(() -> refusal);
        }
    }

    private Object bind(byte[] document, Type type) throws IOException {
        Violations faults = new Violations();
        Object bound = JsonBinding.into(faults, reader)
                .forType(json.constructType(type))
                .readValue(document);
        faults.verify(INVALID_CONTENT);
        return bound;
    }
}
