package press.broadsheet.page;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many items a list has over all its pages. */
@Schema(description = "How many items the list has over all its pages")
public record Total(
        @Schema(description = "The number of items", examples = "1234")
        long value,

        @Schema(
                description = "Whether that is counted, or the database planner's guess",
                enumeration = {"exact", "estimated"})
        String relation) {

    /** A number that was counted. */
    public static Total exact(long value) {
        return new Total(value, "exact");
    }

    /** A number that the database's planner expects. */
    public static Total estimated(long value) {
        return new Total(value, "estimated");
    }
}
