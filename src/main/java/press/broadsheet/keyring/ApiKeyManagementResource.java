package press.broadsheet.keyring;

import java.time.Clock;
import java.time.Instant;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import press.broadsheet.access.ApiKeyToken;
import press.broadsheet.access.Role;
import press.broadsheet.page.Page;
import press.broadsheet.page.PageQuery;
import press.broadsheet.page.PageRequest;
import press.broadsheet.problem.ProblemException;
import press.broadsheet.query.Arguments;
import press.broadsheet.writing.Created;

/** Not idempotent by key, and revoking asks for no version: a secret is never stored, and a key taken back stays so. */
@Path("/v1/manage/keys")
@RolesAllowed(Role.ADMIN)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Management")
class ApiKeyManagementResource {
    private final ApiKeyRepository keys;
    private final ApiKeyEditing editing;
    private final Clock clock;

    ApiKeyManagementResource(ApiKeyRepository keys, ApiKeyEditing editing, Clock clock) {
        this.keys = keys;
        this.editing = editing;
        this.clock = clock;
    }

    @GET
    @Operation(operationId = "listKeys", summary = "API keys, the newest first; never what is secret of them")
    public ApiKeyPage list(@BeanParam ApiKeyQuery query, @BeanParam PageQuery paging) {
        Arguments arguments = new Arguments();
        ApiKeyFilter filter = query.filter(arguments);
        PageRequest request = paging.read(arguments, ApiKeyFilter.SORTING, filter.toString());
        arguments.verify();
        Instant now = clock.instant();
        Page<ApiKey> page = keys.list(filter, now, request);
        return new ApiKeyPage(
                page.items().stream()
                        .map(key -> ApiKeyRepresentation.of(key, now))
                        .toList(),
                page.page());
    }

    @GET
    @Path("{keyId}")
    @Operation(operationId = "getKey", summary = "One API key")
    public ApiKeyRepresentation get(String keyId) {
        return keys.findByIdOptional(possible(keyId))
                .map(key -> ApiKeyRepresentation.of(key, clock.instant()))
                .orElseThrow(() -> ProblemException.noSuch("key", keyId));
    }

    @POST
    @Transactional
    @Operation(operationId = "createKey", summary = "Give out an API key; the answer alone shows it, once")
    public RestResponse<ApiKeyRepresentation> create(@NotNull @Valid ApiKeyDraft draft) {
        ApiKeyToken token = ApiKeyToken.random();
        ApiKey key = editing.issue(token, draft);
        return Created.at(
                "/v1/manage/keys/" + key.keyId(), key.version(), ApiKeyRepresentation.of(key, token, clock.instant()));
    }

    @DELETE
    @Path("{keyId}")
    @Transactional
    @Operation(
            operationId = "deleteKey",
            summary = "Revoke an API key for good; within a second no node lets it in",
            description = "Needs an API key. The key stays in the list, as revoked. To revoke it again changes nothing."
                    + " The last admin key in force can't be revoked (409).")
    @APIResponse(responseCode = "204", description = "It opens nothing any more")
    public void revoke(String keyId) {
        editing.revoke(possible(keyId));
    }

    /** What no key can be called is not looked for. */
    private static String possible(String keyId) {
        if (!ApiKeyToken.isKeyId(keyId)) {
            throw ProblemException.noSuch("key", keyId);
        }
        return keyId;
    }
}
