package press.broadsheet.keyring;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.page.PageInfo;
import press.broadsheet.page.Paged;

/** A page of the list of keys. */
@Schema(description = "A page of the list of keys")
record ApiKeyPage(List<ApiKeyRepresentation> items, PageInfo page) implements Paged {}
