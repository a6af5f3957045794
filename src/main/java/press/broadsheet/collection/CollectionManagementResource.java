package press.broadsheet.collection;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import press.broadsheet.access.Role;
import press.broadsheet.article.ArticleRepository;
import press.broadsheet.content.Reference;
import press.broadsheet.site.CurrentSite;
import press.broadsheet.writing.Created;
import press.broadsheet.writing.Idempotent;
import press.broadsheet.writing.IfMatch;
import press.broadsheet.writing.MergePatch;
import press.broadsheet.writing.Patching;

@Path("/v1/manage/collections")
@RolesAllowed({Role.EDITOR, Role.ADMIN})
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Management")
class CollectionManagementResource {
    private final CollectionRepository collections;
    private final CollectionEditing editing;
    private final ArticleRepository articles;
    private final CurrentSite site;
    private final Patching patching;

    CollectionManagementResource(
            CollectionRepository collections,
            CollectionEditing editing,
            ArticleRepository articles,
            CurrentSite site,
            Patching patching) {
        this.collections = collections;
        this.editing = editing;
        this.articles = articles;
        this.site = site;
        this.patching = patching;
    }

    @POST
    @Transactional
    @Idempotent
    @Operation(operationId = "createCollection", summary = "Add a collection")
    public RestResponse<ManagedCollection> create(@NotNull @Valid CollectionDraft draft) {
        Collection collection = editing.create(draft);
        return Created.at("/v1/manage/collections/" + collection.id(), collection.version(), shown(collection));
    }

    @GET
    @Path("{ref}")
    @RolesAllowed({Role.READER, Role.EDITOR, Role.ADMIN})
    @Operation(
            operationId = "getManagedCollection",
            summary = "One collection with all its articles, and the ETag that a change of it needs")
    public ManagedCollection get(Reference ref) {
        return shown(collections.existing(ref));
    }

    @PUT
    @Path("{ref}")
    @Transactional
    @Operation(operationId = "replaceCollection", summary = "Replace what is said of a collection; its articles stay")
    public ManagedCollection replace(
            Reference ref, @RestHeader("If-Match") IfMatch ifMatch, @NotNull @Valid CollectionDraft draft) {
        return shown(editing.revise(ref, IfMatch.required(ifMatch), present -> draft));
    }

    @PATCH
    @Path("{ref}")
    @Transactional
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(operationId = "patchCollection", summary = "Change some of what is said of a collection")
    public ManagedCollection patch(Reference ref, @RestHeader("If-Match") IfMatch ifMatch, @NotNull MergePatch patch) {
        return shown(editing.revise(
                ref, IfMatch.required(ifMatch), present -> patching.apply(present, CollectionDraft.class, patch)));
    }

    @DELETE
    @Path("{ref}")
    @Transactional
    @Operation(operationId = "deleteCollection", summary = "Delete a collection; its articles stay")
    public void delete(Reference ref, @RestHeader("If-Match") IfMatch ifMatch) {
        editing.delete(ref, IfMatch.required(ifMatch));
    }

    @PUT
    @Path("{ref}/items")
    @Transactional
    @Operation(operationId = "replaceCollectionItems", summary = "Replace the articles of a collection, or their order")
    public ManagedCollection replaceItems(
            Reference ref, @RestHeader("If-Match") IfMatch ifMatch, @NotNull @Valid CollectionItemsDraft draft) {
        return shown(editing.fill(ref, IfMatch.required(ifMatch), draft.items()));
    }

    @PUT
    @Path("{ref}/items/{article}")
    @Transactional
    @Operation(
            operationId = "addCollectionItem",
            summary = "Put an article at the end of a collection; nothing changes if it stands there")
    public ManagedCollection add(Reference ref, Reference article, @RestHeader("If-Match") IfMatch ifMatch) {
        return shown(editing.add(ref, IfMatch.required(ifMatch), article));
    }

    @DELETE
    @Path("{ref}/items/{article}")
    @Transactional
    @Operation(operationId = "takeCollectionItem", summary = "Take an article out of a collection")
    public ManagedCollection take(Reference ref, Reference article, @RestHeader("If-Match") IfMatch ifMatch) {
        return shown(editing.remove(ref, IfMatch.required(ifMatch), article));
    }

    private ManagedCollection shown(Collection collection) {
        List<UUID> items = collections.itemsOf(collection);
        return ManagedCollection.of(collection, items, articles.withIds(items), site.settings(), articles.now());
    }
}
