package press.broadsheet.page;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Items in memory, and what a database would make of a page request for them. */
final class Shelf {
    static final List<ListProbe.Item> ITEMS =
            IntStream.range(0, 100).mapToObj(Shelf::item).toList();

    private Shelf() {}

    /** Three items each have the same instant, so that the id must tell them apart. */
    static ListProbe.Item item(int number) {
        ListProbe.Group group = new ListProbe.Group("world", "World");
        return new ListProbe.Item(
                new UUID(0x0191a2c47b7e7c3aL, 0x8000000000000000L + number),
                "Item " + number,
                Instant.parse("2026-11-23T08:00:00.123456Z").plusSeconds(number / 3),
                group,
                List.of(group, new ListProbe.Group("city", "City")),
                "The body of item " + number);
    }

    /** As the clauses of the request say, by publishedAt; {@link PageRequestTest} says what they say. */
    static List<ListProbe.Item> fetch(List<ListProbe.Item> items, PageRequest request) {
        Comparator<ListProbe.Item> order =
                Comparator.comparing(ListProbe.Item::publishedAt).thenComparing(ListProbe.Item::id);
        Comparator<ListProbe.Item> direction = request.orderBy().contains(" desc,") ? order.reversed() : order;
        return items.stream()
                .filter(within(request, direction))
                .sorted(direction)
                .limit(request.rows())
                .toList();
    }

    private static Predicate<ListProbe.Item> within(PageRequest request, Comparator<ListProbe.Item> direction) {
        if (request.position() == null) {
            return item -> true;
        }
        ListProbe.Item place = new ListProbe.Item(
                request.position().id(), null, (Instant) request.position().value(), null, null, null);
        int least = request.position().direction().inclusive() ? 0 : 1;
        return item -> direction.compare(item, place) >= least;
    }
}
