package press.broadsheet.revision;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.page.PageInfo;
import press.broadsheet.page.Paged;

/** A page of an article's revisions. */
@Schema(description = "A page of an article's revisions, the newest first")
record RevisionPage(List<RevisionEntry> items, PageInfo page) implements Paged {}
