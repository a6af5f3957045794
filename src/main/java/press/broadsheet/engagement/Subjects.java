package press.broadsheet.engagement;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import press.broadsheet.content.Reference;

/** What readers can see, react to and be counted on. Implemented by whoever knows articles; here they are ids. */
public interface Subjects {
    /** The id behind an id or a slug; throws what the client shall be told where readers see nothing under it. */
    UUID idOf(Reference reference);

    /** The ids behind some ids and slugs, of articles in any state; what refers to nothing is left out. */
    Map<Reference, UUID> idsOf(List<Reference> references);

    /** Those of some ids under which readers see something, in their order. */
    List<UUID> visible(List<UUID> ids);
}
