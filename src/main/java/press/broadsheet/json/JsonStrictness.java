package press.broadsheet.json;

import java.io.IOException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;

/**
 * The one dialect of JSON that is read and written here. Read: nothing is guessed, dropped or converted (no number for a
 * text, no text for a number, no name twice, no unknown name, nothing after the end), and everything has a limit. Written:
 * every key, {@code null} where there is nothing, times as {@link InstantJson} has them.
 *
 * <p>The limits hold wherever the application's mapper reads. An importer that must read a larger document brings a factory
 * of its own.
 */
@Singleton
class JsonStrictness implements ObjectMapperCustomizer {
    /** A merge patch of the deepest document that we have has 6 levels; a parser's stack is safe far beyond 64. */
    static final int DEEPEST = 64;

    /** Longer than any name of ours; a name that is not ours is refused anyhow, but must be read first. */
    private static final int LONGEST_NAME = 256;

    /** Fits every double and every whole number; reading one costs more than linear time in its length. */
    private static final int LONGEST_NUMBER = 100;

    /** A body of 1 MiB could hold half a million tokens, each of which costs a hundred times its bytes to bind. */
    private static final long MOST_TOKENS = 100_000;

    /** The last word: Quarkus registers its own modules, one for times among them, after ordinary customizers. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxNameLength(LONGEST_NAME)
                        .maxNumberLength(LONGEST_NUMBER)
                        .maxStringLength(JsonBodyReader.LARGEST)
                        .maxTokenCount(MOST_TOKENS)
                        .build());
        mapper.getFactory().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature());
        // Where a text came from is Java's business; its bytes do not belong into a log.
        mapper.getFactory().disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION.mappedFeature());
        // A character beyond the basic plane as its four bytes of UTF-8, not as twelve of escapes.
        mapper.getFactory().enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8.mappedFeature());
        mapper.enable(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY,
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        mapper.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        refuseConversions(mapper);
        mapper.registerModule(new SimpleModule("broadsheet")
                .addSerializer(Instant.class, new InstantJson.Writer())
                .addDeserializer(Instant.class, new InstantJson.Reader())
                .addDeserializer(Double.class, new NumbersOnly())
                .addDeserializer(double.class, new NumbersOnly()));
    }

    /** Jackson's own reader takes the texts "NaN" and "Infinity" whatever it is told about conversions. */
    private static final class NumbersOnly extends StdScalarDeserializer<Double> {
        NumbersOnly() {
            super(Double.class);
        }

        @Override
        public Double deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return parser.currentToken().isNumeric()
                    ? Double.valueOf(parser.getDoubleValue())
                    : (Double) context.handleUnexpectedToken(Double.class, parser);
        }
    }

    /** A value of the wrong JSON type is an error, also where Jackson would find a way. */
    private static void refuseConversions(ObjectMapper mapper) {
        Set<LogicalType> notText =
                EnumSet.of(LogicalType.Integer, LogicalType.Float, LogicalType.Boolean, LogicalType.DateTime);
        for (LogicalType type : notText) {
            mapper.coercionConfigFor(type)
                    .setCoercion(CoercionInputShape.String, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
        }
        for (LogicalType type : EnumSet.of(LogicalType.Textual, LogicalType.Boolean, LogicalType.Enum)) {
            mapper.coercionConfigFor(type)
                    .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
        }
        mapper.coercionConfigFor(LogicalType.Textual).setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
        mapper.coercionConfigFor(LogicalType.Integer).setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
    }
}
