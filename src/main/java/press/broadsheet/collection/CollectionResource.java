package press.broadsheet.collection;

import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import press.broadsheet.content.Reference;
import press.broadsheet.listing.Cards;
import press.broadsheet.naming.Names;
import press.broadsheet.page.PageInfo;

@Path("/v1/collections")
@PermitAll
@Tag(name = "Lists")
class CollectionResource {
    private final CollectionRepository collections;
    private final Cards cards;
    private final Names names;

    CollectionResource(CollectionRepository collections, Cards cards, Names names) {
        this.collections = collections;
        this.cards = cards;
        this.names = names;
    }

    @GET
    @Operation(operationId = "listCollections", summary = "The lists that editors order by hand")
    public CollectionList list() {
        List<CollectionName> all =
                collections.all().stream().map(CollectionName::of).toList();
        return new CollectionList(all, PageInfo.only(all.size()));
    }

    @GET
    @Path("{ref}")
    @Operation(
            operationId = "getCollection",
            summary = "One list that editors order by hand, with its articles; a former slug leads to it by 301")
    public CollectionRepresentation get(Reference ref) {
        Collection collection = collections.referredToBy(ref).orElseThrow(() -> names.missing(collections, ref));
        return CollectionRepresentation.of(
                collection,
                List.copyOf(cards.of(collections.articlesOf(collection, Collection.MOST_ARTICLES))
                        .values()));
    }
}
