package press.broadsheet.lookup;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.tag.TagName;

/** A tag that stands on the same articles as another. */
@Schema(description = "A tag that stands on the same articles as another")
record RelatedTag(
        TagName tag,

        @Schema(
                description = "On how many of the other's newest articles, of which at most 500 are looked at",
                examples = "12")
        int together,

        @Schema(
                description = "By which the list is ordered: the rarer the tag, the more each counts",
                examples = "4.31")
        double score) {}
