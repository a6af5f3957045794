package press.broadsheet.audit;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.page.PageInfo;
import press.broadsheet.page.Paged;

/** A page of what was done. */
@Schema(description = "A page of what was done")
record AuditPage(List<AuditEntry> items, PageInfo page) implements Paged {}
