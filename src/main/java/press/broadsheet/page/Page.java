package press.broadsheet.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.page.Position.Direction;

/** One page of a list. A page is full unless it is the last one. */
public record Page<T>(
        @Schema(description = "The items of this page, in the list's order")
        List<T> items,

        @Schema(description = "How to go on") PageInfo page)
        implements Paged {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * The page that was asked for.
     *
     * @param rows what the query of the request gave, in its order, one row more than the limit if there are as many
     * @param place the place of a row, as {@link Position#at}
     */
    public static <T> Page<T> of(PageRequest request, List<T> rows, Function<T, Position> place) {
        boolean more = rows.size() > request.limit();
        List<T> items = new ArrayList<>(more ? rows.subList(0, request.limit()) : rows);
        if (request.backward()) {
            Collections.reverse(items);
        }
        boolean next = request.backward() || more;
        boolean prev = request.backward() ? more : request.position() != null;
        if (items.isEmpty()) {
            return beyondTheEnd(request);
        }
        Position first = place.apply(items.get(0)).towards(Direction.BEFORE);
        Position last = place.apply(items.get(items.size() - 1)).towards(Direction.AFTER);
        return new Page<>(
                items,
                new PageInfo(
                        request.limit(),
                        next ? request.cursor().apply(last) : null,
                        prev ? request.cursor().apply(first) : null,
                        null));
    }

    /**
     * Nothing is left on that side of the position, because the list is empty or what was there has gone since. The way
     * back starts at the position itself, or its row would be on no page.
     */
    private static <T> Page<T> beyondTheEnd(PageRequest request) {
        Position position = request.position();
        String next = null;
        String prev = null;
        if (request.backward()) {
            next = request.cursor().apply(position.towards(Direction.FROM));
        } else if (position != null) {
            prev = request.cursor().apply(position.towards(Direction.UP_TO));
        }
        return new Page<>(List.of(), new PageInfo(request.limit(), next, prev, null));
    }

    /** The same page with its items in another form. */
    public <R> Page<R> map(Function<? super T, ? extends R> form) {
        return new Page<>(items.stream().<R>map(form).toList(), page);
    }

    /** The same page with the size of the whole list. */
    public Page<T> with(Total total) {
        return new Page<>(items, new PageInfo(page.limit(), page.next(), page.prev(), total));
    }
}
