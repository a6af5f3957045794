package press.broadsheet.writing;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.problem.ProblemException;
import press.broadsheet.problem.ProblemType;
import press.broadsheet.problem.Violation;

/**
 * The versions to which a client's change may be made, of the header {@code If-Match} (RFC 9110, 13.1.1). Compared strongly: a
 * weak tag matches nothing.
 *
 * @param versions the opaque parts of the strong tags; empty for none
 * @param any whether the client sent {@code *}: whatever version there is
 */
@Schema(type = SchemaType.STRING)
public record IfMatch(Set<String> versions, boolean any) {
    private static final Pattern TAG = Pattern.compile("(W/)?\"([\\x21\\x23-\\x7e]*)\"");
    private static final Pattern LIST = Pattern.compile("\\s*%1$s(\\s*,\\s*%1$s)*\\s*".formatted(TAG.pattern()));

    /**
     * Reads the header.
     *
     * @throws ProblemException 400 if it is not one
     */
    public static IfMatch fromString(String header) {
        if (header.strip().equals("*")) {
            return new IfMatch(Set.of(), true);
        }
        if (!LIST.matcher(header).matches()) {
            throw ProblemException.of(
                    ProblemType.INVALID_PARAMETERS,
                    List.of(Violation.inHeader(
                            "If-Match", "malformed", "must be the ETag as it was answered, with its quotes: \"7\"")));
        }
        Set<String> versions = TAG.matcher(header)
                .results()
                .filter(tag -> tag.group(1) == null)
                .map(tag -> tag.group(2))
                .collect(Collectors.toSet());
        return new IfMatch(versions, false);
    }

    /**
     * What the client sent, which it must.
     *
     * @param sent null if the header was not there
     * @throws ProblemException 428 then
     */
    public static IfMatch required(IfMatch sent) {
        if (sent == null) {
            throw ProblemException.of(
                    ProblemType.PRECONDITION_REQUIRED,
                    "Send the ETag of the version that you have read in `If-Match`.");
        }
        return sent;
    }

    /**
     * Lets a change pass that is made to the present version.
     *
     * @throws ProblemException 412 otherwise, with the present version as {@code ETag}
     */
    public void check(int version) {
        if (!any && !versions.contains(String.valueOf(version))) {
            throw ProblemException.of(
                            ProblemType.VERSION_MISMATCH,
                            "It is at version \"%d\" by now: read it again and apply your change to that."
                                    .formatted(version))
                    .with("ETag", "\"" + version + "\"");
        }
    }
}
