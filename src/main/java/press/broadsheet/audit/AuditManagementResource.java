package press.broadsheet.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import press.broadsheet.access.Role;
import press.broadsheet.page.Page;
import press.broadsheet.page.PageQuery;
import press.broadsheet.page.PageRequest;
import press.broadsheet.query.Arguments;

@Path("/v1/manage/audit")
@RolesAllowed(Role.ADMIN)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Management")
class AuditManagementResource {
    private final AuditRepository entries;

    AuditManagementResource(AuditRepository entries) {
        this.entries = entries;
    }

    @GET
    @Operation(operationId = "listAuditEntries", summary = "Who did what, the latest first")
    public AuditPage list(@BeanParam AuditQuery query, @BeanParam PageQuery paging) {
        Arguments arguments = new Arguments();
        AuditFilter filter = query.filter(arguments);
        PageRequest request = paging.read(arguments, AuditFilter.SORTING, filter.toString());
        arguments.verify();
        Page<AuditEntry> page = entries.list(filter, request);
        return new AuditPage(page.items(), page.page());
    }
}
