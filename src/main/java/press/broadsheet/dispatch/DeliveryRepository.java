package press.broadsheet.dispatch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import press.broadsheet.content.Ids;
import press.broadsheet.content.Reference;
import press.broadsheet.page.Page;
import press.broadsheet.page.PageRequest;
import press.broadsheet.page.PageRequest.Count;
import press.broadsheet.page.Position;
import press.broadsheet.page.Sorting;
import press.broadsheet.page.Total;
import press.broadsheet.problem.ProblemException;

/** Answers questions about deliveries. */
@ApplicationScoped
class DeliveryRepository implements PanacheRepositoryBase<Delivery, UUID> {
    static final Sorting SORTING =
            new Sorting("d.id", "-queuedAt", List.of(Sorting.Key.instant("queuedAt", "d.queuedAt")));

    /** A webhook's deliveries: one statement, one more if they are to be counted. */
    Page<Delivery> of(UUID webhook, DeliveryState state, PageRequest request) {
        String where = "d.webhookId = :webhook" + (state == null ? "" : " and d.state = :state");
        Map<String, Object> bindings = new HashMap<>(Map.of("webhook", webhook));
        if (state != null) {
            bindings.put("state", state);
        }
        Total total =
                request.count() == Count.NONE ? null : Total.exact(count("from Delivery d where " + where, bindings));
        bindings.putAll(request.bindings());
        List<Delivery> rows = find(
                        "from Delivery d where %s and %s order by %s"
                                .formatted(where, request.where(), request.orderBy()),
                        bindings)
                .range(0, request.rows() - 1)
                .list();
        Page<Delivery> page = Page.of(request, rows, delivery -> Position.at(delivery.queuedAt(), delivery.id()));
        return total == null ? page : page.with(total);
    }

    /**
     * One of a webhook's deliveries.
     *
     * @throws ProblemException 404 if it has none of this id
     */
    Delivery of(UUID webhook, Reference delivery) {
        return Ids.parse(delivery.value())
                .flatMap(this::findByIdOptional)
                .filter(found -> found.webhookId().equals(webhook))
                .orElseThrow(() -> ProblemException.noSuch("delivery", delivery));
    }
}
