package press.broadsheet.editing;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.page.PageInfo;
import press.broadsheet.page.Paged;

/** A page of the editors' list of articles. */
@Schema(description = "A page of the editors' list of articles")
record ArticleEntryPage(List<ArticleEntry> items, PageInfo page) implements Paged {}
