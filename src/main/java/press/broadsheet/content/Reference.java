package press.broadsheet.content;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a client names a thing, in a path or in a draft: by its id or by its slug. Anything else is kept as it came and refers
 * to nothing.
 */
@Schema(
        type = SchemaType.STRING,
        description = "An id (UUID) or a slug",
        examples = "sea-wall-what-the-council-decided")
public record Reference(@JsonValue String value) {
    /** By id. */
    public static Reference to(UUID id) {
        return new Reference(id.toString());
    }

    /** By this JAX-RS makes one of a path segment. */
    public static Reference fromString(String value) {
        return new Reference(value);
    }

    public Optional<UUID> id() {
        return Ids.parse(value);
    }

    /** The slug, unless it could not be one: what could never be stored costs no statement. An id is never a slug too. */
    public Optional<String> slug() {
        return Slug.isValid(value) && id().isEmpty() ? Optional.of(value) : Optional.empty();
    }

    /** The ids among some references. */
    public static List<UUID> ids(Collection<Reference> references) {
        return references.stream().map(Reference::id).flatMap(Optional::stream).toList();
    }

    /** The slugs among some references. */
    public static List<String> slugs(Collection<Reference> references) {
        return references.stream()
                .map(Reference::slug)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The same for every spelling of one id. */
    public String key() {
        return id().map(UUID::toString).orElse(value);
    }

    public boolean isPossible() {
        return id().isPresent() || slug().isPresent();
    }

    @Override
    public String toString() {
        return value;
    }
}
