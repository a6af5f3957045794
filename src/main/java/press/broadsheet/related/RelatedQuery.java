package press.broadsheet.related;

import java.util.function.UnaryOperator;

import jakarta.ws.rs.DefaultValue;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import press.broadsheet.query.Arguments;

/** What a client may ask of related articles. */
record RelatedQuery(
        @RestQuery
        @DefaultValue("10")
        @Parameter(
                description = "How many articles",
                schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "50", defaultValue = "10"))
        String limit,

        @RestQuery
        @Parameter(description = "At most so many days old", schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
        String maxAge,

        @RestQuery
        @Parameter(description = "In this language (BCP 47), or `any`; the article's own if absent", example = "en")
        String lang,

        @RestQuery
        @Parameter(
                description = "The least score; with it nothing is filled up and the list may be short",
                schema = @Schema(type = SchemaType.NUMBER, minimum = "0", maximum = "100"))
        String minScore,

        @RestQuery
        @Parameter(
                description = "Adds how each score comes about",
                schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
        String explain) {
    private static final String ANY = "any";
    private static final int GREATEST_AGE_DAYS = 36_500;
    private static final int GREATEST_SCORE = 100;
    private static final int GREATEST_LIMIT = 50;
    private static final int DEFAULT_LIMIT = 10;

    int limit(Arguments arguments) {
        return arguments.integer("limit", limit, 1, GREATEST_LIMIT, DEFAULT_LIMIT);
    }

    /** In days, null for any. */
    Integer maxAge(Arguments arguments) {
        return maxAge == null ? null : (Integer) arguments.integer("maxAge", maxAge, 1, GREATEST_AGE_DAYS, 1);
    }

    double minScore(Arguments arguments) {
        return arguments.decimal("minScore", minScore, 0, GREATEST_SCORE, 0);
    }

    /** From an article's own language to the one that is wanted: null for any. */
    UnaryOperator<String> language(Arguments arguments) {
        if (lang == null) {
            return own -> own;
        }
        String wanted =
                ANY.equals(lang) ? null : arguments.language("lang", lang).orElse(null);
        return own -> wanted;
    }

    /** Whether the list is to be filled with the newest where too little is related. */
    boolean isFilled() {
        return minScore == null;
    }
}
