package press.broadsheet.edge;

import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Stands for the editors' side of the API. */
@Path("/v1/manage/probes")
@PermitAll
@Consumes("application/merge-patch+json")
class ManagementProbeResource {
    @GET
    @Operation(hidden = true)
    public List<String> list() {
        return List.of("word ".repeat(2000));
    }

    @PATCH
    @Operation(hidden = true)
    public JsonNode patch(JsonNode patch) {
        return patch;
    }
}
