package press.broadsheet.dispatch;

import java.time.Instant;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.PositiveOrZero;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** From where on events are to be sent again. */
@Schema(description = "From where on events are to be sent again; one of the two")
record ReplayDraft(
        @Schema(description = "What happened later than this")
        Instant after,

        @Schema(description = "What stands behind this place of the change log", examples = "1207") @PositiveOrZero Long afterNumber) {

    @JsonIgnore
    @Schema(hidden = true)
    @AssertTrue(message = "must have either after or afterNumber") boolean isOne() {
        return (after == null) != (afterNumber == null);
    }
}
