package press.broadsheet.collection;

import java.util.List;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.content.Reference;

/** The articles of a collection as a client sends them, whole and in order. */
@Schema(description = "The articles of a collection, in order")
record CollectionItemsDraft(
        @Schema(
                description = "By ids or slugs, the most important first; drafts too, which readers do not see",
                examples = "[\"sea-wall-what-the-council-decided\"]")
        @NotNull @Size(max = Collection.MOST_ARTICLES) List<@NotNull Reference> items) {}
