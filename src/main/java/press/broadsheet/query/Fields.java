package press.broadsheet.query;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Which fields of an answer a client wants: {@code fields=id,title,section.name}. The closed list is what the record of
 * the representation declares, {@value #DEEPEST} names deep; lists count as their items, so {@code tags.slug} is the slug
 * of every tag.
 *
 * <pre>{@code
 * private static final Fields FIELDS = Fields.of(ArticleRepresentation.class);
 *
 * Fields fields = FIELDS.read(arguments, query.fields());
 * arguments.verify();
 * Body body = fields.wants("body") ? article.body() : null;
 * }</pre>
 *
 * <p>That saves reading what is not wanted; {@link Pruning} then leaves it out of the answer.
 */
public final class Fields {
    /** Of the parameter {@code fields}, for the OpenAPI document. */
    public static final String DESCRIPTION =
            "Only these fields, separated by commas; those of inner objects as `section.name`";

    /** How many names a field's path has at most. */
    private static final int DEEPEST = 3;

    private final Set<String> allowed;
    private final Set<String> chosen;

    private Fields(Set<String> allowed, Set<String> chosen) {
        this.allowed = allowed;
        this.chosen = chosen;
    }

    /** Every field of a representation. */
    public static Fields of(Class<? extends Record> representation) {
        Set<String> allowed = new LinkedHashSet<>();
        collect(representation, "", 1, allowed);
        return new Fields(allowed, allowed);
    }

    /** The fields that were asked for, of those that there are; all of them if none was asked for. */
    public Fields read(Arguments arguments, String raw) {
        return raw == null ? this : new Fields(allowed, arguments.someOf("fields", raw, allowed));
    }

    /** Whether a field is wanted, or anything within it. */
    public boolean wants(String field) {
        return wants(chosen, field);
    }

    /** Leaves in a JSON object only what a list of fields names. */
    public static void prune(ObjectNode object, String fields) {
        prune(object, "", Set.of(fields.split(",")));
    }

    private static void prune(JsonNode node, String path, Set<String> chosen) {
        if (node instanceof ObjectNode object) {
            object.properties().removeIf(field -> !wants(chosen, path + field.getKey()));
            object.properties().stream()
                    .filter(field -> !isWhole(chosen, path + field.getKey()))
                    .forEach(field -> prune(field.getValue(), path + field.getKey() + ".", chosen));
        } else {
            node.forEach(item -> prune(item, path, chosen));
        }
    }

    private static boolean wants(Set<String> chosen, String field) {
        return isWhole(chosen, field) || chosen.stream().anyMatch(other -> other.startsWith(field + "."));
    }

    /** Whether a field was named itself, or something that it lies within. */
    private static boolean isWhole(Set<String> chosen, String field) {
        int dot = field.lastIndexOf('.');
        return chosen.contains(field) || (dot > 0 && isWhole(chosen, field.substring(0, dot)));
    }

    private static void collect(Class<?> type, String path, int depth, Set<String> fields) {
        for (RecordComponent component : type.getRecordComponents()) {
            if (!component.getAccessor().isAnnotationPresent(JsonIgnore.class)) {
                String field = path + component.getName();
                fields.add(field);
                Class<?> inner = itemType(component.getGenericType());
                if (depth < DEEPEST && isObject(inner)) {
                    collect(inner, field + ".", depth + 1, fields);
                }
            }
        }
    }

    /** The type itself, or what a list or an optional of it holds. */
    private static Class<?> itemType(Type type) {
        if (type instanceof ParameterizedType parameterized && parameterized.getActualTypeArguments().length == 1) {
            return itemType(parameterized.getActualTypeArguments()[0]);
        }
        return type instanceof Class<?> plain ? plain : Object.class;
    }

    /** Whether a type is an object in JSON with fields of its own, and not a string such as a slug. */
    private static boolean isObject(Class<?> type) {
        return type.isRecord()
                && Arrays.stream(type.getMethods()).noneMatch(method -> method.isAnnotationPresent(JsonValue.class));
    }
}
