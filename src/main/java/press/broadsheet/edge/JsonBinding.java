package press.broadsheet.edge;

import java.io.IOException;
import java.util.Collection;
import java.util.List;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import com.fasterxml.jackson.databind.util.ClassUtil;
import press.broadsheet.problem.JsonFaults;
import press.broadsheet.problem.Violations;

/**
 * Notes what does not fit, puts nothing in its place, and goes on, so that one answer names everything. Jackson asks it where
 * it would otherwise stop; where Jackson does not ask (a conversion that is switched off), it does stop there. What was bound
 * with faults is never used.
 */
final class JsonBinding extends DeserializationProblemHandler {
    /** The attribute under which a reader keeps the {@link Violations} of its body. */
    static final String FAULTS = JsonBinding.class.getName();

    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context,
            JsonParser parser,
            JsonDeserializer<?> deserializer,
            Object bean,
            String name)
            throws IOException {
        Collection<Object> known = deserializer == null ? null : deserializer.getKnownPropertyNames();
        List<String> names =
                known == null ? List.of() : known.stream().map(String::valueOf).toList();
        faults(context).add(JsonFaults.unknownField(pointer(parser), name, names));
        parser.skipChildren();
        return true;
    }

    @Override
    public Object handleWeirdStringValue(DeserializationContext context, Class<?> type, String value, String message) {
        return note(context, type, true);
    }

    @Override
    public Object handleWeirdNumberValue(DeserializationContext context, Class<?> type, Number value, String message) {
        return note(context, type, false);
    }

    @Override
    public Object handleUnexpectedToken(
            DeserializationContext context, JavaType type, JsonToken token, JsonParser parser, String message)
            throws IOException {
        Object nothing = note(context, type.getRawClass(), token == JsonToken.VALUE_STRING);
        parser.skipChildren();
        return nothing;
    }

    @Override
    public Object handleMissingInstantiator(
            DeserializationContext context,
            Class<?> type,
            ValueInstantiator instantiator,
            JsonParser parser,
            String message)
            throws IOException {
        Object nothing = note(context, type, false);
        parser.skipChildren();
        return nothing;
    }

    @Override
    public Object handleInstantiationProblem(
            DeserializationContext context, Class<?> type, Object argument, Throwable refusal) {
        faults(context).add(JsonFaults.refused(pointer(context.getParser()), refusal));
        return null;
    }

    private static Object note(DeserializationContext context, Class<?> type, boolean text) {
        faults(context).add(JsonFaults.mismatch(pointer(context.getParser()), type, text));
        return type.isPrimitive() ? ClassUtil.defaultValue(type) : null;
    }

    private static String pointer(JsonParser parser) {
        return parser.getParsingContext().pathAsPointer().toString();
    }

    private static Violations faults(DeserializationContext context) {
        return (Violations) context.getAttribute(FAULTS);
    }
}
