package press.broadsheet.problem;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;

/**
 * What Jackson's refusal of a document means to the client who sent it. JSON that cannot be read is {@link
 * ProblemType#MALFORMED_REQUEST} with line and column; JSON that is not what the field takes is {@link
 * ProblemType#INVALID_CONTENT} with a pointer. Jackson's own messages name Java classes, so the texts are written here.
 */
public final class JsonFaults {
    private static final int LONGEST_REASON = 120;

    /** Spells constants of an enum as they stand in JSON, whatever annotation says how. */
    private static final ObjectMapper SPELLING = new ObjectMapper();

    private JsonFaults() {}

    /** The problem to answer with, or nothing if the document is not to blame but the code that reads or writes it. */
    public static Optional<ProblemException> in(Throwable refusal) {
        if (refusal instanceof JsonMappingException mapping) {
            Optional<Violation> fault = fault(mapping, pointer(mapping.getPath()));
            if (fault.isPresent()) {
                return fault.map(violation -> ProblemException.of(ProblemType.INVALID_CONTENT, List.of(violation)));
            }
        }
        if (refusal instanceof StreamReadException || refusal instanceof StreamConstraintsException) {
            return Optional.of(malformed((JsonProcessingException) refusal));
        }
        // Jackson wraps what the parser says into the path to where it said so.
        return refusal instanceof JsonMappingException && refusal.getCause() != null
                ? in(refusal.getCause())
                : Optional.empty();
    }

    /** What is wrong with a value that does not fit its field; empty if the refusal is about something else. */
    public static Optional<Violation> fault(JsonProcessingException refusal, String pointer) {
        Throwable reason = refusal.getCause() instanceof InputCoercionException ? refusal.getCause() : refusal;
        if (reason instanceof InputCoercionException overflow) {
            return Optional.of(mismatch(pointer, overflow.getTargetType(), false));
        }
        if (reason instanceof UnrecognizedPropertyException unknown) {
            Collection<Object> known = Objects.requireNonNullElse(unknown.getKnownPropertyIds(), List.of());
            List<String> names = known.stream().map(String::valueOf).toList();
            return Optional.of(unknownField(pointer, unknown.getPropertyName(), names));
        }
        if (reason instanceof MismatchedInputException mismatch) {
            if (mismatch.getOriginalMessage().contains("`null`")) {
                return Optional.of(Violation.inBody(pointer, "required", expected(mismatch.getTargetType())));
            }
            boolean text = reason instanceof InvalidFormatException format && format.getValue() instanceof String;
            return Optional.of(mismatch(pointer, mismatch.getTargetType(), text));
        }
        return reason instanceof ValueInstantiationException
                ? Optional.of(refused(pointer, reason.getCause()))
                : Optional.empty();
    }

    /** A field that the document may not have. */
    public static Violation unknownField(String pointer, String name, Collection<String> known) {
        return Violation.inBody(pointer, "unknown-field", "is not a field here" + NearestName.hint(name, known));
    }

    /**
     * A value that the field does not take.
     *
     * @param type what the field is in Java, {@code null} if that is not known
     * @param text whether the value is of the right JSON type, a string, but does not say what such a field says
     */
    private static Violation mismatch(String pointer, Class<?> type, boolean text) {
        return Violation.inBody(pointer, text && isWrittenAsText(type) ? "bad-format" : "wrong-type", expected(type));
    }

    /** A value that a constructor of ours refused; only a problem of ours says so in words that may go out. */
    private static Violation refused(String pointer, Throwable refusal) {
        String detail = refusal instanceof ProblemException own ? own.detail() : "is not acceptable here";
        return Violation.inBody(pointer, "bad-format", detail);
    }

    /** Where in the document, as a JSON pointer. */
    private static String pointer(List<Reference> path) {
        return path.stream()
                .map(step -> step.getFieldName() != null
                        ? Violation.step(step.getFieldName())
                        : "/" + Math.max(0, step.getIndex()))
                .collect(Collectors.joining());
    }

    private static boolean isWrittenAsText(Class<?> type) {
        return type != null && (type.isEnum() || type == UUID.class || type == Instant.class);
    }

    private static String expected(Class<?> type) {
        if (type == null) {
            return "must be of another type";
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> SPELLING.valueToTree(constant).asText())
                    .collect(Collectors.joining(", ", "must be one of: ", ""));
        }
        if (type == UUID.class) {
            return "must be a UUID";
        }
        if (type == Instant.class) {
            return "must be a time with an offset, like 2026-11-23T08:15:30Z (RFC 3339)";
        }
        return "must be " + kind(type);
    }

    /** What a Java type is in JSON. */
    private static String kind(Class<?> type) {
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (type == Integer.class || type == int.class || type == Long.class || type == long.class) {
            return "a whole number, without quotes and not too large";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "a number, without quotes";
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return "an array";
        }
        return type.isRecord() || Map.class.isAssignableFrom(type) ? "an object" : "text";
    }

    private static ProblemException malformed(JsonProcessingException refusal) {
        JsonLocation at = refusal.getLocation();
        String place = at == null || at.getLineNr() < 1
                ? ""
                : " at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
        return ProblemException.of(
                ProblemType.MALFORMED_REQUEST,
                "The body is not JSON that can be read%s: %s.".formatted(place, reason(refusal)));
    }

    /**
     * The beginning of the parser's message, up to its advice, which speaks of Java. The keeper of the limits speaks of
     * nothing else.
     */
    private static String reason(JsonProcessingException refusal) {
        if (refusal instanceof StreamConstraintsException) {
            return "it is nested too deeply, or has too many parts, or a name, a text or a number in it is too long";
        }
        String message = refusal.getOriginalMessage();
        int advice = message.indexOf(": ");
        String reason = advice < 0 ? message : message.substring(0, advice);
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + "…";
    }
}
