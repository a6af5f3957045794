package press.broadsheet.author;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import press.broadsheet.query.Arguments;

/** What a client may narrow the list of authors by. */
record AuthorQuery(
        @RestQuery @Parameter(description = "Whose name begins like this, in any case", example = "imo")
        String q) {
    private static final int LONGEST_PREFIX = 100;

    AuthorFilter filter(Arguments arguments) {
        return new AuthorFilter(arguments.text("q", q, LONGEST_PREFIX).orElse(null));
    }
}
