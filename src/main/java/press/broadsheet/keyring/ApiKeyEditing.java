package press.broadsheet.keyring;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import press.broadsheet.access.Actor;
import press.broadsheet.access.ApiKeyToken;
import press.broadsheet.change.Change;
import press.broadsheet.change.ChangeKind;
import press.broadsheet.change.ChangeLog;
import press.broadsheet.content.Keys;
import press.broadsheet.problem.ProblemException;
import press.broadsheet.problem.ProblemType;
import press.broadsheet.problem.Violation;

/** The only place where keys change. */
@ApplicationScoped
class ApiKeyEditing {
    private final ApiKeyRepository keys;
    private final ChangeLog changes;
    private final Actor actor;
    private final Clock clock;

    ApiKeyEditing(ApiKeyRepository keys, ChangeLog changes, Actor actor, Clock clock) {
        this.keys = keys;
        this.changes = changes;
        this.actor = actor;
        this.clock = clock;
    }

    /** Stores the key of a token that was made for it; the token itself is kept by its holder alone. */
    ApiKey issue(ApiKeyToken token, ApiKeyDraft draft) {
        Instant now = clock.instant();
        if (draft.expiresAt() != null && !draft.expiresAt().isAfter(now)) {
            throw ProblemException.of(
                    ProblemType.INVALID_CONTENT,
                    List.of(Violation.inBody("/expiresAt", "past", "must lie in the future")));
        }
        ApiKey key = ApiKey.of(token, draft, actor.name(), now);
        keys.persist(key);
        tell(ChangeKind.CREATE, key);
        return key;
    }

    /** Takes a key back for good. To do so again changes nothing. */
    void revoke(String keyId) {
        // In this order, whichever key it is, so that two who revoke at once wait for each other and don't block each
        // other.
        List<ApiKey> admins = keys.adminsForChange();
        ApiKey key = keys.forChange(keyId).orElseThrow(() -> ProblemException.noSuch("key", keyId));
        Instant now = clock.instant();
        ApiKeyState state = key.stateAt(now);
        if (state == ApiKeyState.REVOKED) {
            return;
        }
        if (state == ApiKeyState.VALID && key.isAdmin() && !othersOpen(admins, key, now)) {
            throw ProblemException.of(
                    ProblemType.CONFLICT, "It is the last admin key in force; make another one before you revoke it.");
        }
        key.revoke(now);
        tell(ChangeKind.DELETE, key);
    }

    private static boolean othersOpen(List<ApiKey> admins, ApiKey key, Instant now) {
        return admins.stream().anyMatch(other -> other != key && other.stateAt(now) == ApiKeyState.VALID);
    }

    private void tell(ChangeKind kind, ApiKey key) {
        changes.append(Change.of(kind, "key", key.id(), key.keyId()).touching(Set.of(Keys.apiKey(key.keyId()))));
    }
}
