package press.broadsheet.preview;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.page.PageInfo;
import press.broadsheet.page.Paged;

/** A page of the previews that can be opened. */
@Schema(description = "A page of the previews that can be opened")
record PreviewPage(List<PreviewRepresentation> items, PageInfo page) implements Paged {}
