package press.broadsheet.page;

import java.util.Arrays;
import java.util.UUID;

/**
 * A place in a sorted list, given by the sort value and the id of a row, and which side of it a page lies on. The row may
 * be gone by then: the place stays.
 *
 * @param value the row's value of the sort key, as exact as it is stored: an {@link java.time.Instant}, a {@link Long} or
 *     a {@link String}
 */
public record Position(Object value, UUID id, Direction direction) {
    /** Where a page lies, seen from the place. */
    public enum Direction {
        AFTER(0, false, false),
        FROM(1, false, true),
        BEFORE(2, true, false),
        UP_TO(3, true, true);

        private final int code;
        private final boolean backward;
        private final boolean inclusive;

        Direction(int code, boolean backward, boolean inclusive) {
            this.code = code;
            this.backward = backward;
            this.inclusive = inclusive;
        }

        static Direction withCode(int code) {
            return Arrays.stream(values())
                    .filter(direction -> direction.code == code)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("No direction has the code " + code));
        }

        /** What stands for it in a cursor; never changes. */
        int code() {
            return code;
        }

        /** Whether rows are read against the list's order, from the place towards its start. */
        public boolean backward() {
            return backward;
        }

        /** Whether the row at the place, if it is still there, belongs to the page. */
        public boolean inclusive() {
            return inclusive;
        }
    }

    /** The place of a row, from where the list goes on after it. */
    public static Position at(Object value, UUID id) {
        return new Position(value, id, Direction.AFTER);
    }

    Position towards(Direction other) {
        return new Position(value, id, other);
    }
}
