package press.broadsheet.site;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import org.hibernate.Session;
import press.broadsheet.change.Change;
import press.broadsheet.change.ChangeKind;
import press.broadsheet.change.ChangeLog;
import press.broadsheet.content.Keys;
import press.broadsheet.content.Language;
import press.broadsheet.problem.ProblemType;
import press.broadsheet.problem.Violation;
import press.broadsheet.problem.Violations;
import press.broadsheet.writing.IfMatch;

/** The only place where the site's settings change. */
@ApplicationScoped
public class SiteEditing {
    private final Session session;
    private final ChangeLog changes;

    SiteEditing(Session session, ChangeLog changes) {
        this.session = session;
        this.changes = changes;
    }

    /** The settings as they are in the database, for a change that follows. */
    public Site current() {
        return session.find(Site.class, Site.ONLY, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Replaces the settings, whatever they are. */
    public Site replace(SiteDraft draft) {
        return revise(current(), draft);
    }

    /**
     * Makes of the settings what a draft says.
     *
     * @param change from the draft of what they are to that of what they shall be
     */
    Site revise(IfMatch expected, UnaryOperator<SiteDraft> change) {
        Site site = current();
        expected.check(site.version());
        return revise(site, change.apply(SiteDraft.of(site)));
    }

    private Site revise(Site site, SiteDraft draft) {
        check(draft);
        site.revise(draft);
        changes.append(Change.of(ChangeKind.UPDATE, "site", null, null)
                .touching(Set.of(Keys.SITE))
                .visibleToAll());
        return site;
    }

    private static void check(SiteDraft draft) {
        Violations violations = new Violations();
        if (Language.canonical(draft.language()).isEmpty()) {
            violations.add(
                    Violation.inBody("/language", "malformed", "must be a BCP 47 language tag, for example 'en-GB'"));
        }
        if (!ZoneId.getAvailableZoneIds().contains(draft.timeZone())) {
            violations.add(Violation.inBody(
                    "/timeZone", "unknown", "must be of the IANA database, for example 'Europe/London'"));
        }
        List<String> kinds = draft.reactions().stream().map(ReactionKind::kind).toList();
        IntStream.range(0, kinds.size())
                .filter(index -> !new HashSet<>(kinds.subList(0, index)).add(kinds.get(index)))
                .forEach(index -> violations.add(
                        Violation.inBody("/reactions/" + index + "/kind", "duplicate", "stands here twice")));
        violations.verify(ProblemType.INVALID_CONTENT);
    }
}
