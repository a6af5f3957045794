package press.broadsheet.keyring;

import java.time.Instant;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A key as an admin orders it. */
@Schema(description = "A key to be")
record ApiKeyDraft(
        @Schema(description = "What it is for, to tell it from others", examples = "Newsletter importer")
        @NotBlank @Size(max = 120) String name,

        @Schema(
                description =
                        "What its holder may do: a `reader` reads everything, drafts too, an `editor` changes content as well, an"
                                + " `admin` also settings and keys",
                enumeration = {"reader", "editor", "admin"},
                examples = "editor")
        @NotNull @Pattern(regexp = "reader|editor|admin", message = "must be one of reader, editor, admin") String role,

        @Schema(description = "When it stops opening anything; never if absent", nullable = true)
        Instant expiresAt) {}
