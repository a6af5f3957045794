package press.broadsheet.writing;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.problem.ProblemException;
import press.broadsheet.problem.ProblemType;

/** A change as RFC 7396 has it: what it names is replaced, what is null in it is cleared, all else stays. */
@Schema(
        type = SchemaType.OBJECT,
        additionalProperties = Schema.True.class,
        description = "Fields to replace; null clears one, what is not named stays (RFC 7396)")
public final class MergePatch {
    /** The media type under which it is sent. */
    public static final String MEDIA_TYPE = "application/merge-patch+json";

    @Schema(hidden = true)
    @JsonValue
    private final JsonNode patch;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    MergePatch(JsonNode patch) {
        if (!patch.isObject()) {
            throw ProblemException.of(ProblemType.INVALID_CONTENT, "A merge patch of a thing here is a JSON object.");
        }
        this.patch = patch;
    }

    /** What the document is after the change; the document itself may be changed by it. */
    JsonNode applyTo(JsonNode document) {
        return merged(document, patch);
    }

    /** The algorithm of RFC 7396, section 2. Its depth is that of a request's body, which is limited. */
    private static JsonNode merged(JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            return patch;
        }
        ObjectNode result = target instanceof ObjectNode object ? object : changes.objectNode();
        for (Map.Entry<String, JsonNode> field : changes.properties()) {
            if (field.getValue().isNull()) {
                result.remove(field.getKey());
            } else {
                result.set(field.getKey(), merged(result.get(field.getKey()), field.getValue()));
            }
        }
        return result;
    }
}
