package press.broadsheet.access;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;

/** Stands for a resource on which somebody forgot to say who may call it. */
@Path(UnguardedProbeResource.PATH)
class UnguardedProbeResource {
    static final String PATH = "/v1/unguarded-probes";

    @GET
    @Operation(hidden = true)
    public List<String> list() {
        return List.of();
    }
}
