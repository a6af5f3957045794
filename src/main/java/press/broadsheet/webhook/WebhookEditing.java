package press.broadsheet.webhook;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import press.broadsheet.change.Change;
import press.broadsheet.change.ChangeKind;
import press.broadsheet.change.ChangeLog;
import press.broadsheet.content.Ids;
import press.broadsheet.content.Reference;
import press.broadsheet.outbound.Destination;
import press.broadsheet.problem.ProblemException;
import press.broadsheet.problem.ProblemType;
import press.broadsheet.problem.Violation;
import press.broadsheet.problem.Violations;
import press.broadsheet.writing.IfMatch;

/** The only place where webhooks change. */
@ApplicationScoped
public class WebhookEditing {
    /** Each can have a request under way at any time, and each gets a row for every event. */
    public static final int MOST = 50;

    private final WebhookRepository webhooks;
    private final Signing signing;
    private final ChangeLog changes;
    private final Clock clock;
    private final boolean anywhere;

    WebhookEditing(WebhookRepository webhooks, Signing signing, ChangeLog changes, Clock clock, WebhookConfig config) {
        this.webhooks = webhooks;
        this.signing = signing;
        this.changes = changes;
        this.clock = clock;
        this.anywhere = config.allowPrivateAddresses();
    }

    /** It is sent what happens from now on. */
    IssuedSecret create(WebhookDraft draft) {
        check(draft);
        if (webhooks.count() >= MOST) {
            throw ProblemException.of(
                    ProblemType.CONFLICT, "There are %d webhooks, the most there can be: remove one.".formatted(MOST));
        }
        UUID id = Ids.next();
        String secret = signing.newSecret();
        Webhook webhook = Webhook.of(id, draft, signing.seal(secret, id), clock.instant());
        webhooks.persistAndFlush(webhook);
        webhooks.startNow(webhook);
        log(ChangeKind.CREATE, id);
        return issued(webhook, secret);
    }

    /** Where it is enabled again, it is sent what happens from now on; what is missing can be replayed. */
    Webhook replace(Webhook webhook, WebhookDraft draft) {
        check(draft);
        if (!webhook.isEnabled() && draft.wantsToBeEnabled()) {
            webhooks.startNow(webhook);
        }
        webhook.revise(draft, clock.instant());
        log(ChangeKind.UPDATE, webhook.id());
        return webhook;
    }

    IssuedSecret rotate(Reference reference) {
        Webhook webhook = webhooks.toChange(reference);
        String secret = signing.newSecret();
        webhook.rotate(signing.seal(secret, webhook.id()), clock.instant());
        log(ChangeKind.UPDATE, webhook.id());
        return issued(webhook, secret);
    }

    void delete(Reference reference, IfMatch expected) {
        Webhook webhook = webhooks.toChange(reference);
        expected.check(webhook.version());
        webhooks.delete(webhook);
        log(ChangeKind.DELETE, webhook.id());
    }

    /** Nothing more is sent to it until an administrator says otherwise. */
    public void disable(UUID id, Disabled reason) {
        Webhook webhook = webhooks.findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (webhook != null && webhook.isEnabled()) {
            webhook.disable(reason, clock.instant());
            log(ChangeKind.UPDATE, id);
        }
    }

    private IssuedSecret issued(Webhook webhook, String secret) {
        return new IssuedSecret(WebhookRepresentation.of(webhook, clock.instant()), secret);
    }

    /** For the audit: readers are not told of it, and nothing that they see is made of it. */
    private void log(ChangeKind kind, UUID id) {
        changes.append(Change.of(kind, "webhook", id, null));
    }

    private void check(WebhookDraft draft) {
        Violations violations = new Violations();
        Destination.fault(draft.url(), anywhere)
                .ifPresent(fault -> violations.add(Violation.inBody("/url", "not-allowed", fault)));
        List<String> events = draft.events() == null ? List.of() : draft.events();
        IntStream.range(0, events.size()).forEach(index -> EventName.fault(events.get(index))
                .ifPresent(fault -> violations.add(Violation.inBody("/events/" + index, "not-allowed", fault))));
        violations.verify(ProblemType.INVALID_CONTENT);
    }
}
