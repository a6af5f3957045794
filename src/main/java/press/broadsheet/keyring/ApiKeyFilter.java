package press.broadsheet.keyring;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import press.broadsheet.page.Sorting;

/** What narrows a list of keys; null narrows nothing. */
record ApiKeyFilter(ApiKeyState state) {
    static final Sorting SORTING =
            new Sorting("k.id", "-createdAt", List.of(Sorting.Key.instant("createdAt", "k.createdAt")));

    /** As a condition of HQL on {@code ApiKey k}. */
    String where() {
        if (state == null) {
            return "1 = 1";
        }
        return switch (state) {
            case VALID -> "k.revokedAt is null and (k.expiresAt is null or k.expiresAt > :now)";
            case EXPIRED -> "k.revokedAt is null and k.expiresAt <= :now";
            case REVOKED -> "k.revokedAt is not null";
        };
    }

    /** What the condition names. */
    Map<String, Object> bindings(Instant now) {
        return state == ApiKeyState.VALID || state == ApiKeyState.EXPIRED ? Map.of("now", now) : Map.of();
    }
}
