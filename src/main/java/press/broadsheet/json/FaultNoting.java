package press.broadsheet.json;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.type.ArrayType;
import com.fasterxml.jackson.databind.type.CollectionType;
import com.fasterxml.jackson.databind.type.MapType;
import com.fasterxml.jackson.databind.util.ClassUtil;
import press.broadsheet.problem.JsonFaults;

/**
 * Reads a value, and if it does not fit, notes that and goes on behind it. Jackson has a handler to be asked in such a case, but
 * does not ask it about conversions that are switched off, and throws; so this stands around each of its deserializers.
 */
final class FaultNoting extends DelegatingDeserializer {
    private static final long serialVersionUID = 1;

    private FaultNoting(JsonDeserializer<?> deserializer) {
        super(deserializer);
    }

    @Override
    protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> deserializer) {
        return new FaultNoting(deserializer);
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        JsonStreamContext around = parser.getParsingContext();
        if (parser.currentToken().isStructStart()) {
            around = around.getParent();
        }
        JsonStreamContext outer = JsonBinding.place(context);
        JsonBinding.place(context, around);
        try {
            return super.deserialize(parser, context);
        } catch (JsonProcessingException refusal) {
            Object nothing = noted(refusal, context);
            while (parser.getParsingContext() != around) {
                parser.nextToken();
            }
            return nothing;
        } finally {
            JsonBinding.place(context, outer);
        }
    }

    @Override
    public Object getNullValue(DeserializationContext context) throws JsonMappingException {
        try {
            return super.getNullValue(context);
        } catch (JsonMappingException refusal) {
            return noted(refusal, context);
        }
    }

    private <E extends JsonProcessingException> Object noted(E refusal, DeserializationContext context) throws E {
        String pointer = context.getParser().getParsingContext().pathAsPointer().toString();
        JsonBinding.note(context, JsonFaults.fault(refusal, pointer).orElseThrow(() -> refusal));
        return handledType().isPrimitive() ? ClassUtil.defaultValue(handledType()) : null;
    }

    /** Puts it around the deserializer of every type. */
    static final class Everywhere extends BeanDeserializerModifier {
        private static final long serialVersionUID = 1;

        @Override
        public JsonDeserializer<?> modifyDeserializer(
                DeserializationConfig config, BeanDescription bean, JsonDeserializer<?> deserializer) {
            return new FaultNoting(deserializer);
        }

        @Override
        public JsonDeserializer<?> modifyEnumDeserializer(
                DeserializationConfig config, JavaType type, BeanDescription bean, JsonDeserializer<?> deserializer) {
            return new FaultNoting(deserializer);
        }

        @Override
        public JsonDeserializer<?> modifyCollectionDeserializer(
                DeserializationConfig config,
                CollectionType type,
                BeanDescription bean,
                JsonDeserializer<?> deserializer) {
            return new FaultNoting(deserializer);
        }

        @Override
        public JsonDeserializer<?> modifyArrayDeserializer(
                DeserializationConfig config, ArrayType type, BeanDescription bean, JsonDeserializer<?> deserializer) {
            return new FaultNoting(deserializer);
        }

        @Override
        public JsonDeserializer<?> modifyMapDeserializer(
                DeserializationConfig config, MapType type, BeanDescription bean, JsonDeserializer<?> deserializer) {
            return new FaultNoting(deserializer);
        }
    }
}
