package press.broadsheet.keyring;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import press.broadsheet.access.Role;
import press.broadsheet.page.Page;
import press.broadsheet.page.PageRequest;
import press.broadsheet.page.PageRequest.Count;
import press.broadsheet.page.Position;
import press.broadsheet.page.Total;

/** Answers questions about API keys. */
@ApplicationScoped
class ApiKeyRepository implements PanacheRepositoryBase<ApiKey, String> {

    /** Whether there is no key at all. Until the transaction ends nobody else can make one. */
    boolean isEmptyAndMine() {
        getSession()
                .createNativeMutationQuery("lock table api_key in share row exclusive mode")
                .executeUpdate();
        return count() == 0;
    }

    /** Keys of admins that are not revoked, for a change that rests on how many there are. */
    List<ApiKey> adminsForChange() {
        return find("role = ?1 and revokedAt is null order by keyId", Role.ADMIN)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    Optional<ApiKey> forChange(String keyId) {
        return findByIdOptional(keyId, LockModeType.PESSIMISTIC_WRITE);
    }

    /** A page of the keys that a filter lets through: one statement, one more if they are to be counted. */
    Page<ApiKey> list(ApiKeyFilter filter, Instant now, PageRequest request) {
        Map<String, Object> bindings = new HashMap<>(filter.bindings(now));
        Total total = request.count() == Count.NONE
                ? null
                : Total.exact(count("from ApiKey k where " + filter.where(), bindings));
        bindings.putAll(request.bindings());
        List<ApiKey> rows = find(
                        "from ApiKey k where %s and %s order by %s"
                                .formatted(filter.where(), request.where(), request.orderBy()),
                        bindings)
                .range(0, request.rows() - 1)
                .list();
        Page<ApiKey> page = Page.of(request, rows, key -> Position.at(key.createdAt(), key.id()));
        return total == null ? page : page.with(total);
    }
}
