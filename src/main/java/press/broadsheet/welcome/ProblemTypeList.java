package press.broadsheet.welcome;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.html.Fixed;
import press.broadsheet.page.PageInfo;

/** All kinds of problems, by status. */
@Schema(description = "All kinds of problems, by status")
public record ProblemTypeList(List<ProblemTypeRepresentation> items, PageInfo page) implements Fixed {}
