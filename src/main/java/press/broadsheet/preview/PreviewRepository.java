package press.broadsheet.preview;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import press.broadsheet.page.Page;
import press.broadsheet.page.PageRequest;
import press.broadsheet.page.Position;
import press.broadsheet.page.Sorting;

/** Answers questions about the previews that can be opened. */
@ApplicationScoped
class PreviewRepository implements PanacheRepositoryBase<Preview, UUID> {
    /** The newest first, or the oldest. */
    static final Sorting SORTING =
            new Sorting("p.id", "-createdAt", List.of(Sorting.Key.instant("createdAt", "p.createdAt")));

    /** What a token opens at an instant. An article that was taken down for good is opened by none. */
    Optional<Preview> openedBy(PreviewToken token, Instant now) {
        return find("""
                        from Preview p
                        where p.tokenHash = ?1 and p.expiresAt > ?2
                          and not exists (select 1 from Article a where a.id = p.articleId and a.takenDown)""", token.hash(), now).firstResultOptional();
    }

    /** A page of those that somebody can open now. */
    Page<Preview> open(PageRequest request) {
        List<Preview> rows = find(
                        "from Preview p where p.expiresAt > instant and %s order by %s"
                                .formatted(request.where(), request.orderBy()),
                        request.bindings())
                .range(0, request.rows() - 1)
                .list();
        return Page.of(request, rows, preview -> Position.at(preview.createdAt(), preview.id()));
    }

    /** One of them. */
    Optional<Preview> open(UUID id) {
        return find("id = ?1 and expiresAt > instant", id).firstResultOptional();
    }

    /** Those that nobody can open any more are of no use to anybody. */
    void removeExpired(Instant now) {
        delete("expiresAt <= ?1", now);
    }
}
