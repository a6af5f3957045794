package press.broadsheet.search;

import java.util.Set;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.core.Context;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import press.broadsheet.page.Cursors;
import press.broadsheet.page.PageQuery;
import press.broadsheet.page.PageRequest;
import press.broadsheet.query.Arguments;
import press.broadsheet.question.Question;

/** What a client may ask of a search besides what it asks of any list. */
record SearchQuery(
        @RestQuery
        @DefaultValue("false")
        @Parameter(
                description = "Adds where each article has what was asked for, as HTML",
                schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
        String highlight,

        @RestQuery
        @Parameter(
                description = "Adds how the matches are spread: section, tag, author, year, separated by commas",
                example = "section,year")
        String facets,

        @RestQuery
        @DefaultValue("20")
        @Parameter(
                description = "The most items on a page",
                schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100", defaultValue = "20"))
        String limit,

        @RestQuery
        @Parameter(
                description = "Where to go on: `page.next` or `page.prev` of an answer, with the same other parameters")
        String cursor,

        @Context Cursors cursors) {

    boolean isHighlighted(Arguments arguments) {
        return arguments.flag("highlight", highlight);
    }

    Set<String> facets(Arguments arguments) {
        return arguments.someOf("facets", facets, Facets.NAMES);
    }

    PageRequest page(Arguments arguments, String question) {
        return new PageQuery(limit, null, cursor, null, cursors).read(arguments, Ranking.SORTING, question);
    }

    /** @param text what was asked, null if nothing was or if it was no text */
    static Question question(Arguments arguments, String raw, String text) {
        Question question = Question.of(text == null ? "" : text);
        if (raw == null) {
            arguments.refuse("q", "missing", "is needed: the words to look for");
        } else if (text != null && !question.hasWords()) {
            arguments.refuse(
                    "q",
                    "no-words",
                    "has nothing to look for: give it a word or a \"phrase\" without a - before it, not only operators");
        }
        return question;
    }
}
