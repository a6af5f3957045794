package press.broadsheet.viewing;

import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import press.broadsheet.access.Role;
import press.broadsheet.content.Reference;
import press.broadsheet.engagement.Subjects;
import press.broadsheet.problem.ProblemType;
import press.broadsheet.problem.Violation;
import press.broadsheet.problem.Violations;

@Path("/v1/manage/views")
@RolesAllowed({Role.EDITOR, Role.ADMIN})
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Management")
class ViewManagementResource {
    private final ViewRecording recording;
    private final Subjects subjects;

    ViewManagementResource(ViewRecording recording, Subjects subjects) {
        this.recording = recording;
        this.subjects = subjects;
    }

    @POST
    @Transactional
    @Operation(operationId = "setViews", summary = "Set the views of articles by the hour, as counted elsewhere")
    @APIResponse(responseCode = "204", description = "Stored; sending it again changes nothing")
    public void set(@NotNull @Valid ViewDraft draft) {
        Map<Reference, UUID> articles = subjects.idsOf(
                draft.items().stream().map(ViewDraft.Hour::article).toList());
        Violations violations = new Violations();
        IntStream.range(0, draft.items().size())
                .filter(index -> !articles.containsKey(draft.items().get(index).article()))
                .forEach(index -> violations.add(Violation.inBody(
                        "/items/" + index + "/article",
                        "unknown",
                        "There is no article '" + draft.items().get(index).article() + "'")));
        violations.verify(ProblemType.INVALID_CONTENT);
        recording.set(draft.items().stream()
                .map(item -> new ViewRecording.Hour(articles.get(item.article()), item.hour(), item.views()))
                .toList());
    }
}
