package press.broadsheet.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

/**
 * The OpenAPI document, with its references followed. Its objects are taken to be closed here: clients must bear a field
 * that they do not know, but this server must not send one that is not documented.
 */
public final class OpenApiDocument {
    /** Where the document is frozen. */
    public static final Path FILE = Path.of("src/test/resources/openapi.yaml");

    private static final YAMLMapper YAML = new YAMLMapper();

    /** Keys that are there only if a parameter asks for them. */
    private static final Map<String, String> ON_REQUEST = Map.of(
            "included", "include",
            "total", "count",
            "explanation", "explain",
            "highlight", "highlight",
            "facets", "facets");

    /** What {@code include} and {@code facets} name, one by one. */
    private static final Set<String> NAMED = Set.of("Included", "Facets");

    private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<String, Schema> known = new ConcurrentHashMap<>();
    private final JsonNode root;

    private OpenApiDocument(JsonNode root) {
        this.root = root;
        root.at("/components/schemas").forEach(OpenApiDocument::close);
    }

    public static OpenApiDocument frozen() {
        try {
            return new OpenApiDocument(YAML.readTree(Files.readAllBytes(FILE)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void close(JsonNode schema) {
        if (schema.has("properties") && !schema.has("additionalProperties")) {
            ((ObjectNode) schema).put("additionalProperties", false);
        }
    }

    public JsonNode root() {
        return root;
    }

    /** All paths with their operations. */
    public List<Endpoint> endpoints() {
        return root.path("paths").properties().stream()
                .map(path -> new Endpoint(path.getKey(), path.getValue()))
                .toList();
    }

    /** What answers a request: of two paths that it could mean, the one that takes its method. */
    public Optional<Endpoint> endpointAt(String method, String path) {
        List<Endpoint> meant =
                endpoints().stream().filter(endpoint -> endpoint.matches(path)).toList();
        return meant.stream()
                .filter(endpoint -> endpoint.has(method))
                .findFirst()
                .or(() -> meant.stream().findFirst());
    }

    /** The node itself, or what its {@code $ref} leads to. */
    public JsonNode followed(JsonNode node) {
        return node.has("$ref") ? root.at(node.path("$ref").asText().substring(1)) : node;
    }

    /** What a value breaks of a schema of this document. */
    public List<Error> faults(JsonNode schema, JsonNode value) {
        return known.computeIfAbsent(schema.toString(), ignored -> compiled(schema, root.path("components")))
                .validate(value);
    }

    /**
     * What an answer breaks of a schema of this document. Clients may rely on it that every key is there, whatever its value, so
     * each must be, unless these parameters of the request asked for some only.
     */
    public List<Error> faultsOfAnswer(JsonNode schema, JsonNode answer, Set<String> parameters) {
        if (parameters.contains("fields")) {
            return faults(schema, answer);
        }
        Set<String> absent = ON_REQUEST.entrySet().stream()
                .filter(key -> !parameters.contains(key.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
        return known.computeIfAbsent(absent + schema.toString(), ignored -> {
                    JsonNode components = root.path("components").deepCopy();
                    components.path("schemas").properties().stream()
                            .filter(component -> !NAMED.contains(component.getKey()))
                            .forEach(component -> requireKeys(component.getValue(), absent));
                    return compiled(schema, components);
                })
                .validate(answer);
    }

    private static void requireKeys(JsonNode schema, Set<String> absent) {
        if (schema.has("properties")) {
            ArrayNode required = ((ObjectNode) schema).putArray("required");
            schema.path("properties").fieldNames().forEachRemaining(key -> {
                if (!absent.contains(key)) {
                    required.add(key);
                }
            });
        }
        schema.forEach(part -> requireKeys(part, absent));
    }

    private Schema compiled(JsonNode schema, JsonNode components) {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", components);
        return schemas.getSchema(whole);
    }

    /** One path with its operations. */
    public final class Endpoint {
        private final String template;
        private final JsonNode operations;
        private final Pattern pattern;

        private Endpoint(String template, JsonNode operations) {
            this.template = template;
            this.operations = operations;
            this.pattern = Pattern.compile(template.replaceAll("\\{[^}]*}", "[^/]+"));
        }

        public String template() {
            return template;
        }

        private boolean matches(String path) {
            return pattern.matcher(path).matches();
        }

        public boolean has(String method) {
            return operations.has(method.toLowerCase(Locale.ROOT));
        }

        /** In capital letters. */
        public List<String> methods() {
            return operations.properties().stream()
                    .map(operation -> operation.getKey().toUpperCase(Locale.ROOT))
                    .toList();
        }

        public String idOf(String method) {
            return operations
                    .at("/" + method.toLowerCase(Locale.ROOT) + "/operationId")
                    .asText();
        }

        /** The type of body that a method takes first; JSON if it takes none. */
        public String typeOfBody(String method) {
            JsonNode content = operations
                    .path(method.toLowerCase(Locale.ROOT))
                    .path("requestBody")
                    .path("content");
            return content.isEmpty() ? "application/json" : content.fieldNames().next();
        }

        /** The schema of the JSON that a method reads; missing if it reads none. */
        public JsonNode bodyOf(String method) {
            return operations
                    .path(method.toLowerCase(Locale.ROOT))
                    .path("requestBody")
                    .path("content")
                    .path("application/json")
                    .path("schema");
        }

        public List<JsonNode> operations() {
            return StreamSupport.stream(operations.spliterator(), false).toList();
        }

        /** Missing if the status is not documented by itself; {@code default} is no licence. */
        public JsonNode answer(String method, int status) {
            JsonNode answer = operations
                    .path(method.toLowerCase(Locale.ROOT))
                    .path("responses")
                    .path(String.valueOf(status));
            return answer.isMissingNode() ? MissingNode.getInstance() : followed(answer);
        }
    }
}
