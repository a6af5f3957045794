package press.broadsheet.webhook;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import press.broadsheet.content.Ids;
import press.broadsheet.content.Reference;
import press.broadsheet.problem.ProblemException;

/** Answers questions about webhooks. */
@ApplicationScoped
public class WebhookRepository implements PanacheRepositoryBase<Webhook, UUID> {

    /**
     * The webhook of an id.
     *
     * @throws ProblemException 404 if there is none
     */
    public Webhook referredToBy(Reference reference) {
        return Ids.parse(reference.value())
                .flatMap(this::findByIdOptional)
                .orElseThrow(() -> ProblemException.noSuch("webhook", reference));
    }

    /** The same for a change that follows: nobody else changes it until the transaction ends. */
    Webhook toChange(Reference reference) {
        return Ids.parse(reference.value())
                .flatMap(id -> Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE)))
                .orElseThrow(() -> ProblemException.noSuch("webhook", reference));
    }

    /** The oldest first. */
    List<Webhook> all() {
        return find("from Webhook order by createdAt, id").list();
    }

    /** Of what was changed so far nothing is sent to it. */
    void startNow(Webhook webhook) {
        getEntityManager()
                .createNativeQuery(
                        "update webhook set cursor = (select coalesce(max(number), 0) from change) where id = :id")
                .setParameter("id", webhook.id())
                .executeUpdate();
    }
}
