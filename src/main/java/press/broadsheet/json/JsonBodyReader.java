package press.broadsheet.json;

import static press.broadsheet.problem.ProblemType.BODY_TOO_LARGE;
import static press.broadsheet.problem.ProblemType.INVALID_CONTENT;
import static press.broadsheet.problem.ProblemType.MALFORMED_REQUEST;
import static press.broadsheet.problem.ProblemType.UNSUPPORTED_MEDIA_TYPE;

import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import press.broadsheet.problem.JsonFaults;
import press.broadsheet.problem.ProblemException;
import press.broadsheet.problem.Violations;

/**
 * Reads the JSON bodies of requests, in the framework's reader's place: first the form of the whole ({@link JsonSyntax},
 * 400), then what it says ({@link JsonBinding}, 422), each with all faults that can be found in one go. The framework's
 * reader gives {@code null} for an empty body and stops at the first fault.
 */
@Provider
@Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
class JsonBodyReader implements MessageBodyReader<Object> {
    /** In bytes: 1 MiB, some twenty times the longest article of a newspaper. */
    static final int LARGEST = 1 << 20;

    private final ObjectMapper json;
    private final ObjectReader reader;

    JsonBodyReader(ObjectMapper json) {
        this.json = json;
        this.reader = JsonBinding.reader(json);
    }

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        // Who wants the text or the bytes reads JSON of another kind, or does so itself.
        return type != String.class && type != byte[].class && !InputStream.class.isAssignableFrom(type);
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream stream)
            throws IOException {
        String charset = mediaType.getParameters().get(MediaType.CHARSET_PARAMETER);
        if (charset != null && !charset.equalsIgnoreCase("utf-8")) {
            throw ProblemException.of(UNSUPPORTED_MEDIA_TYPE, "JSON is sent in UTF-8.");
        }
        byte[] body = stream.readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            throw ProblemException.of(BODY_TOO_LARGE, "A JSON body may have %d bytes.".formatted(LARGEST))
                    .with("Connection", "close");
        }
        try {
            JsonSyntax.check(body, json.getFactory()).verify(MALFORMED_REQUEST);
            return bind(body, genericType);
        } catch (JsonProcessingException refusal) {
            throw JsonFaults.in(refusal).orElseThrow(() -> refusal);
        }
    }

    private Object bind(byte[] body, Type type) throws IOException {
        Violations faults = new Violations();
        Object bound = JsonBinding.into(faults, reader)
                .forType(json.constructType(type))
                .readValue(body);
        faults.verify(INVALID_CONTENT);
        return bound;
    }
}
