package press.broadsheet.keyring;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import press.broadsheet.query.Arguments;

/** What a client may narrow the list of keys by. */
record ApiKeyQuery(
        @RestQuery
        @Parameter(
                description = "Only those that open something, or that have expired, or that were revoked",
                schema =
                        @Schema(
                                type = SchemaType.STRING,
                                enumeration = {"valid", "expired", "revoked"}))
        String state) {

    ApiKeyFilter filter(Arguments arguments) {
        String chosen = arguments.oneOf("state", state, ApiKeyState.codes(), null);
        return new ApiKeyFilter(chosen == null ? null : ApiKeyState.of(chosen));
    }
}
