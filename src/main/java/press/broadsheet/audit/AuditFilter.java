package press.broadsheet.audit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.UUID;

import press.broadsheet.page.Sorting;

/** What narrows the audit log; nulls narrow nothing. */
record AuditFilter(String actor, String type, UUID id, Instant after, Instant before) {
    /** A number is enough to be in order; the id that every list ends with is the same for all. */
    static final Sorting SORTING = new Sorting(
            "cast('00000000-0000-0000-0000-000000000000' as uuid)",
            "-number",
            List.of(Sorting.Key.number("number", "c.number")));

    /** As a condition of SQL on {@code change c}. */
    String where() {
        StringJoiner conditions = new StringJoiner(" and ");
        conditions.setEmptyValue("true");
        add(conditions, actor, "c.actor = :actor");
        add(conditions, type, "c.type = :type");
        add(conditions, id, "c.id = :id");
        add(conditions, after, "c.at >= :after");
        add(conditions, before, "c.at < :before");
        return conditions.toString();
    }

    private static void add(StringJoiner conditions, Object value, String condition) {
        if (value != null) {
            conditions.add(condition);
        }
    }

    /** What the condition names. */
    Map<String, Object> bindings() {
        Map<String, Object> bindings = new LinkedHashMap<>();
        bindings.put("actor", actor);
        bindings.put("type", type);
        bindings.put("id", id);
        bindings.put("after", after);
        bindings.put("before", before);
        bindings.values().removeIf(Objects::isNull);
        return bindings;
    }
}
