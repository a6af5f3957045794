package press.broadsheet.json;

import static press.broadsheet.problem.ProblemType.BODY_TOO_LARGE;
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

import press.broadsheet.problem.ProblemException;

/**
 * Reads the JSON bodies of requests, in the framework's reader's place, by {@link JsonReading}. The framework's reader gives
 * {@code null} for an empty body and stops at the first fault.
 */
@Provider
@Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
class JsonBodyReader implements MessageBodyReader<Object> {
    /** In bytes: 1 MiB, some twenty times the longest article of a newspaper. */
    static final int LARGEST = 1 << 20;

    private final JsonReading json;

    JsonBodyReader(JsonReading json) {
        this.json = json;
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
        return json.read(body, genericType);
    }
}
