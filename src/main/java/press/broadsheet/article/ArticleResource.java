package press.broadsheet.article;

import java.util.List;
import java.util.Set;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import press.broadsheet.content.Reference;
import press.broadsheet.query.Arguments;
import press.broadsheet.query.Fields;
import press.broadsheet.site.CurrentSite;

@Path("/v1/articles")
@PermitAll
@Tag(name = "Articles")
class ArticleResource {
    private static final Fields FIELDS = Fields.of(ArticleRepresentation.class);

    private final ArticleFinding articles;
    private final CurrentSite site;

    ArticleResource(ArticleFinding articles, CurrentSite site) {
        this.articles = articles;
        this.site = site;
    }

    @GET
    @Path("{ref}")
    @Operation(operationId = "getArticle", summary = "One article; a former slug leads to it by 301")
    public ArticleRepresentation get(
            Reference ref,
            @RestQuery @Parameter(description = Fields.DESCRIPTION) String fields,
            @RestQuery @Parameter(description = Included.DESCRIPTION) String include) {
        Arguments arguments = new Arguments();
        Fields wanted = FIELDS.read(arguments, fields);
        Set<String> included = arguments.someOf("include", include, Included.NAMES);
        arguments.verify();

        boolean withBody = wanted.wants("body") || included.contains(Included.BODIES);
        PublishedArticle article = articles.find(ref, withBody);
        return ArticleRepresentation.of(article, site.settings(), wanted, Included.of(List.of(article), included));
    }
}
