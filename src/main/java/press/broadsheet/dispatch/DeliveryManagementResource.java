package press.broadsheet.dispatch;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import press.broadsheet.access.Role;
import press.broadsheet.content.Reference;
import press.broadsheet.page.Page;
import press.broadsheet.page.PageQuery;
import press.broadsheet.page.PageRequest;
import press.broadsheet.problem.ProblemException;
import press.broadsheet.problem.ProblemType;
import press.broadsheet.query.Arguments;
import press.broadsheet.webhook.Webhook;
import press.broadsheet.webhook.WebhookRepository;
import press.broadsheet.writing.Created;
import press.broadsheet.writing.Idempotent;

@Path("/v1/manage/webhooks")
@RolesAllowed(Role.ADMIN)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks")
class DeliveryManagementResource {
    private final WebhookRepository webhooks;
    private final DeliveryRepository deliveries;
    private final Outbox outbox;

    DeliveryManagementResource(WebhookRepository webhooks, DeliveryRepository deliveries, Outbox outbox) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.outbox = outbox;
    }

    @GET
    @Path("{webhook}/deliveries")
    @Operation(
            operationId = "listDeliveries",
            summary = "What a webhook was sent in the last 30 days, and what came of it")
    public Page<DeliveryRepresentation> list(
            Reference webhook,
            @BeanParam PageQuery paging,
            @RestQuery
                    @Parameter(
                            description = "Only those that are so far",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"pending", "delivered", "failed"}))
                    String state) {
        Arguments arguments = new Arguments();
        String chosen = arguments.oneOf("state", state, DeliveryState.codes(), null);
        PageRequest request = paging.read(arguments, DeliveryRepository.SORTING, webhook.key() + " " + chosen);
        arguments.verify();
        UUID id = webhooks.referredToBy(webhook).id();
        return deliveries
                .of(id, chosen == null ? null : DeliveryState.of(chosen), request)
                .map(DeliveryRepresentation::of);
    }

    @GET
    @Path("{webhook}/deliveries/{delivery}")
    @Operation(operationId = "getDelivery", summary = "What came of one event")
    public DeliveryRepresentation get(Reference webhook, Reference delivery) {
        return DeliveryRepresentation.of(
                deliveries.of(webhooks.referredToBy(webhook).id(), delivery));
    }

    @POST
    @Path("{webhook}/test")
    @Transactional
    @Idempotent
    @Operation(operationId = "createTestDelivery", summary = "Send a webhook an event of the type `ping`")
    public RestResponse<DeliveryRepresentation> test(Reference webhook) {
        UUID id = enabled(webhook).id();
        Delivery ping = deliveries.findById(outbox.ping(id));
        return Created.at(
                "/v1/manage/webhooks/%s/deliveries/%s".formatted(id, ping.id()), DeliveryRepresentation.of(ping));
    }

    @POST
    @Path("{webhook}/deliveries/{delivery}/replay")
    @Transactional
    @Idempotent
    @Operation(operationId = "replayDelivery", summary = "Send one event again, under its id")
    @APIResponse(responseCode = "204", description = "It is next in line")
    public void replay(Reference webhook, Reference delivery) {
        outbox.replay(deliveries.of(enabled(webhook).id(), delivery).id());
    }

    @POST
    @Path("{webhook}/replay")
    @Transactional
    @Idempotent
    @Operation(
            operationId = "replayDeliveries",
            summary = "Send all events again from some point on, each under its id, at most 10,000")
    @APIResponse(responseCode = "204", description = "They are in line")
    public void replay(Reference webhook, @NotNull @Valid ReplayDraft draft) {
        long number = draft.after() == null ? draft.afterNumber() : outbox.numberAt(draft.after());
        if (outbox.replayAfter(enabled(webhook).id(), number) > Outbox.MOST_REPLAYED) {
            throw ProblemException.of(
                    ProblemType.CONFLICT,
                    "These are more than %d events: begin later.".formatted(Outbox.MOST_REPLAYED));
        }
    }

    private Webhook enabled(Reference reference) {
        Webhook webhook = webhooks.referredToBy(reference);
        if (!webhook.isEnabled()) {
            throw ProblemException.of(ProblemType.CONFLICT, "The webhook is disabled: enable it first.");
        }
        return webhook;
    }
}
