package press.broadsheet.webhook;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import press.broadsheet.access.Role;
import press.broadsheet.content.Reference;
import press.broadsheet.page.Page;
import press.broadsheet.page.PageInfo;
import press.broadsheet.writing.Created;
import press.broadsheet.writing.IfMatch;
import press.broadsheet.writing.MergePatch;
import press.broadsheet.writing.Patching;

@Path("/v1/manage/webhooks")
@RolesAllowed(Role.ADMIN)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks")
class WebhookManagementResource {
    private static final String PATH = "/v1/manage/webhooks/";

    private final WebhookRepository webhooks;
    private final WebhookEditing editing;
    private final Patching patching;
    private final Clock clock;

    WebhookManagementResource(WebhookRepository webhooks, WebhookEditing editing, Patching patching, Clock clock) {
        this.webhooks = webhooks;
        this.editing = editing;
        this.patching = patching;
        this.clock = clock;
    }

    @GET
    @Operation(operationId = "listWebhooks", summary = "All webhooks, the oldest first")
    public Page<WebhookRepresentation> list() {
        Instant now = clock.instant();
        List<WebhookRepresentation> items = webhooks.all().stream()
                .map(webhook -> WebhookRepresentation.of(webhook, now))
                .toList();
        return new Page<>(items, PageInfo.only(WebhookEditing.MOST));
    }

    @GET
    @Path("{webhook}")
    @Operation(operationId = "getWebhook", summary = "One webhook")
    public WebhookRepresentation get(Reference webhook) {
        return WebhookRepresentation.of(webhooks.referredToBy(webhook), clock.instant());
    }

    @POST
    @Transactional
    @Operation(operationId = "createWebhook", summary = "Have events sent to an address, from now on")
    public RestResponse<IssuedSecret> create(@NotNull @Valid WebhookDraft draft) {
        IssuedSecret issued = editing.create(draft);
        return Created.at(PATH + issued.webhook().id(), issued.version(), issued);
    }

    @PUT
    @Path("{webhook}")
    @Transactional
    @Operation(operationId = "replaceWebhook", summary = "Replace what a webhook says, or enable it again")
    public WebhookRepresentation replace(
            Reference webhook, @NotNull @Valid WebhookDraft draft, @RestHeader("If-Match") IfMatch ifMatch) {
        IfMatch expected = IfMatch.required(ifMatch);
        Webhook present = webhooks.toChange(webhook);
        expected.check(present.version());
        return changed(editing.replace(present, draft));
    }

    @PATCH
    @Path("{webhook}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Transactional
    @Operation(operationId = "updateWebhook", summary = "Change some of what a webhook says")
    public WebhookRepresentation update(
            Reference webhook, @NotNull MergePatch patch, @RestHeader("If-Match") IfMatch ifMatch) {
        IfMatch expected = IfMatch.required(ifMatch);
        Webhook present = webhooks.toChange(webhook);
        expected.check(present.version());
        return changed(editing.replace(present, patching.apply(WebhookDraft.of(present), WebhookDraft.class, patch)));
    }

    @DELETE
    @Path("{webhook}")
    @Transactional
    @Operation(operationId = "deleteWebhook", summary = "Remove a webhook, and the log of what it was sent")
    @APIResponse(responseCode = "204", description = "Removed")
    public void delete(Reference webhook, @RestHeader("If-Match") IfMatch ifMatch) {
        editing.delete(webhook, IfMatch.required(ifMatch));
    }

    @POST
    @Path("{webhook}/secret")
    @Transactional
    @Operation(
            operationId = "createWebhookSecret",
            summary = "Give a webhook a new secret; for a day the present one signs along")
    public RestResponse<IssuedSecret> rotate(Reference webhook) {
        IssuedSecret issued = editing.rotate(webhook);
        return Created.at(PATH + issued.webhook().id(), issued.version(), issued);
    }

    private WebhookRepresentation changed(Webhook webhook) {
        return WebhookRepresentation.of(webhook, clock.instant());
    }
}
