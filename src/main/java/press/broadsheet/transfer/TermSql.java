package press.broadsheet.transfer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What writes a term in one statement: adds it under the id of the thing of this slug, else the record's, else a fresh one; or
 * changes what is there under that id, if anything differs. Answers the id and whether it was added, and nothing if nothing
 * differs.
 */
final class TermSql {
    private static final String FRAME = """
            with line as (select cast(:draft as jsonb) as draft, cast(:parent as uuid) as parent,
                                 cast(:position as integer) as place)
            insert into %1$s (id, version, created_at, updated_at, %2$s)
            select coalesce((select t.id from %1$s t where t.slug = draft ->> 'slug'), cast(:id as uuid), :fresh),
                   coalesce(cast(:version as integer), 0), coalesce(cast(:created as timestamptz), :now),
                   coalesce(cast(:updated as timestamptz), :now), %3$s
            from line
            on conflict (id) do update
            set (%4$s) = row(%5$s),
                version = coalesce(cast(:version as integer), %1$s.version + 1),
                updated_at = coalesce(cast(:updated as timestamptz), :now)
            where (%6$s) is distinct from (%5$s)
               or %1$s.version <> coalesce(cast(:version as integer), %1$s.version)
               or %1$s.updated_at <> coalesce(cast(:updated as timestamptz), %1$s.updated_at)
               or cast(:moved as boolean)
            returning id, xmax = 0""";

    /** Writes down where sections stand, as it follows from those above and their names. Answers those that it changed. */
    static final String SETTLE = """
            with recursive tree as (
                select s.id, '/' || s.slug as path,
                       jsonb_build_array(
                           jsonb_build_object('id', s.id, 'slug', s.slug, 'name', s.name, 'path', '/' || s.slug)) as trail
                from section s where s.parent_id is null
                union all
                select s.id, tree.path || '/' || s.slug,
                       tree.trail || jsonb_build_object(
                           'id', s.id, 'slug', s.slug, 'name', s.name, 'path', tree.path || '/' || s.slug)
                from section s join tree on s.parent_id = tree.id)
            update section set path = tree.path, trail = tree.trail
            from tree
            where section.id = tree.id and (section.path, section.trail) is distinct from (tree.path, tree.trail)
            returning section.id""";

    /** What only {@link #SETTLE} knows. */
    private static final Map<String, String> UNSETTLED = Map.of("path", "draft ->> 'slug'", "trail", "jsonb '[]'");

    private static final Map<String, String> COLUMNS = Map.ofEntries(
            Map.entry("parent_id", "parent"),
            Map.entry("position", """
                    coalesce(place, (select s.position from section s where s.slug = draft ->> 'slug'),
                             (select cast(count(*) as integer) from section))"""),
            Map.entry("image_url", "draft -> 'image' ->> 'url'"),
            Map.entry("image_width", "cast(draft -> 'image' ->> 'width' as integer)"),
            Map.entry("image_height", "cast(draft -> 'image' ->> 'height' as integer)"),
            Map.entry("image_alt", "draft -> 'image' ->> 'alt'"),
            Map.entry("image_credit", "draft -> 'image' ->> 'credit'"));

    private TermSql() {}

    static String of(String type) {
        List<String> columns =
                switch (type) {
                    case "section" -> List.of("slug", "name", "description", "parent_id", "position");
                    case "tag" -> List.of("slug", "name", "description", "type");
                    case "author" ->
                        List.of(
                                "slug",
                                "name",
                                "title",
                                "bio",
                                "image_url",
                                "image_width",
                                "image_height",
                                "image_alt",
                                "image_credit");
                    default -> List.of("slug", "name", "description");
                };
        Map<String, String> inserted = new LinkedHashMap<>();
        columns.forEach(column -> inserted.put(column, COLUMNS.getOrDefault(column, "draft ->> '" + column + "'")));
        if (type.equals("section")) {
            inserted.putAll(UNSETTLED);
        }
        return FRAME.formatted(
                type,
                String.join(", ", inserted.keySet()),
                String.join(", ", inserted.values()),
                String.join(", ", columns),
                qualified("excluded", columns),
                qualified(type, columns));
    }

    private static String qualified(String table, List<String> columns) {
        return columns.stream().map(column -> table + "." + column).collect(Collectors.joining(", "));
    }
}
