package press.broadsheet.site;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/site")
@PermitAll
@Tag(name = "Site")
class SiteResource {
    private final CurrentSite site;

    SiteResource(CurrentSite site) {
        this.site = site;
    }

    @GET
    @Operation(operationId = "getSite", summary = "The site: its name, address, language, time zone and reactions")
    public SiteRepresentation get() {
        return SiteRepresentation.of(site.settings());
    }
}
