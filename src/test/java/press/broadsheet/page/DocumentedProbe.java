package press.broadsheet.page;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.quarkus.arc.properties.IfBuildProperty;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** A list as the OpenAPI document shows it; only there for {@link DocumentedListTest}. */
@Path("/probe/documented")
@PermitAll
@IfBuildProperty(name = "probe.documented", stringValue = "true")
public class DocumentedProbe {
    @GET
    @Parameter(
            name = "sort",
            in = ParameterIn.QUERY,
            schema =
                    @Schema(
                            enumeration = {"publishedAt", "-publishedAt"},
                            defaultValue = "-publishedAt"))
    public Page<ListProbe.Item> list(@BeanParam ListProbe.ItemFilter filter, @BeanParam PageQuery page) {
        throw new UnsupportedOperationException();
    }
}
