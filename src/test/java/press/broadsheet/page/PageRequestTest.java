package press.broadsheet.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import press.broadsheet.page.PageRequest.Count;
import press.broadsheet.page.Position.Direction;

class PageRequestTest {
    private static final Sorting.Key KEY = Sorting.Key.instant("publishedAt", "a.publishedAt");
    private static final Position PLACE = Position.at(Instant.parse("2026-11-23T08:15:30Z"), new UUID(1, 2));

    @Test
    void the_first_page_starts_anywhere() {
        PageRequest request = request(true, null);

        assertThat(request.where()).isEqualTo("1 = 1");
        assertThat(request.orderBy()).isEqualTo("a.publishedAt desc, a.id desc");
        assertThat(request.bindings()).isEmpty();
        assertThat(request.rows()).isEqualTo(21);
    }

    @ParameterizedTest
    @CsvSource({
        "true, AFTER, <, desc", "true, FROM, <=, desc", "true, BEFORE, >, asc", "true, UP_TO, >=, asc",
        "false, AFTER, >, asc", "false, FROM, >=, asc", "false, BEFORE, <, desc", "false, UP_TO, <=, desc"
    })
    void a_page_starts_at_its_position(boolean descending, Direction direction, String operator, String order) {
        PageRequest request = request(descending, PLACE.towards(direction));

        assertThat(request.where()).isEqualTo("(a.publishedAt, a.id) %s (:sortValue, :sortId)".formatted(operator));
        assertThat(request.orderBy()).isEqualTo("a.publishedAt %1$s, a.id %1$s".formatted(order));
        assertThat(request.bindings()).isEqualTo(Map.of("sortValue", PLACE.value(), "sortId", PLACE.id()));
    }

    private static PageRequest request(boolean descending, Position position) {
        return new PageRequest(20, new Sort(KEY, "a.id", descending), position, Count.NONE, place -> "a cursor");
    }
}
