package press.broadsheet.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static press.broadsheet.problem.ProblemType.MALFORMED_REQUEST;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import press.broadsheet.problem.ProblemException;
import press.broadsheet.problem.Violation;
import press.broadsheet.problem.Violations;

/**
 * Reads a body once for its form alone, before anything is made of it: it must be I-JSON (RFC 7493). So a body with a fault
 * of form is told from one with a fault of content whichever of the two comes first in it, and no text that PostgreSQL could
 * not store (U+0000, half a surrogate pair) gets any further, be it a value, a name or a member of a free-form object.
 */
final class JsonSyntax {
    /** The whole numbers that every JSON implementation can hold exactly (RFC 7493, 2.2). */
    private static final BigInteger LARGEST_WHOLE = BigInteger.ONE.shiftLeft(53).subtract(BigInteger.ONE);

    private JsonSyntax() {}

    /**
     * @return what is wrong with texts and numbers of well-formed JSON
     * @throws IOException of Jackson's if it is not well-formed or breaks a limit
     * @throws ProblemException if it is not UTF-8, or there is nothing
     */
    static Violations check(byte[] body, JsonFactory json) throws IOException {
        if (body.length == 0) {
            throw ProblemException.of(MALFORMED_REQUEST, "The body is empty.");
        }
        String text = text(body);
        if (text.startsWith("\uFEFF")) {
            throw ProblemException.of(MALFORMED_REQUEST, "The body begins with a byte order mark; leave it out.");
        }
        Violations faults = new Violations();
        int values = 0;
        // From the text, not from the bytes: the parser would look at the bytes for signs of UTF-16 and UTF-32.
        try (JsonParser parser = json.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                boolean ends = token.isScalarValue() || token.isStructEnd();
                values += ends && parser.getParsingContext().inRoot() ? 1 : 0;
                check(token, parser, faults);
            }
        }
        if (values != 1) {
            throw ProblemException.of(MALFORMED_REQUEST, "The body holds %d JSON values, not one.".formatted(values));
        }
        return faults;
    }

    private static String text(byte[] body) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException broken) {
            throw ProblemException.of(MALFORMED_REQUEST, "The body is not UTF-8.");
        }
    }

    private static void check(JsonToken token, JsonParser parser, Violations faults) throws IOException {
        switch (token) {
            case FIELD_NAME, VALUE_STRING -> checkText(parser, faults);
            case VALUE_NUMBER_INT -> {
                if (parser.getBigIntegerValue().abs().compareTo(LARGEST_WHOLE) > 0) {
                    faults.add(fault(parser, "out-of-range", "must be within ±(2^53 - 1)"));
                }
            }
            case VALUE_NUMBER_FLOAT -> {
                if (!isDouble(parser.getText())) {
                    faults.add(fault(parser, "out-of-range", "must be within the range of a double"));
                }
            }
            default -> {
                // Structure and literals have nothing that could be wrong.
            }
        }
    }

    private static void checkText(JsonParser parser, Violations faults) throws IOException {
        String text = parser.getText();
        if (text.indexOf(0) >= 0) {
            faults.add(fault(parser, "bad-character", "must not hold U+0000"));
        }
        // Java joins the halves of a pair to one code point; what is left of the surrogates has lost its other half.
        if (text.codePoints().anyMatch(character -> Character.getType(character) == Character.SURROGATE)) {
            faults.add(fault(parser, "bad-character", "must not hold half a surrogate pair"));
        }
    }

    /** Neither infinite, nor, though not zero, so small that it is read as zero. */
    private static boolean isDouble(String number) {
        double value = Double.parseDouble(number);
        if (value == 0) {
            return number.chars()
                    .takeWhile(character -> character != 'e' && character != 'E')
                    .noneMatch(digit -> digit >= '1' && digit <= '9');
        }
        return !Double.isInfinite(value);
    }

    private static Violation fault(JsonParser parser, String code, String detail) {
        return Violation.inBody(parser.getParsingContext().pathAsPointer().toString(), code, detail);
    }
}
