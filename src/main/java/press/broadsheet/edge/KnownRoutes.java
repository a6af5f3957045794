package press.broadsheet.edge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import io.vertx.core.http.HttpServerRequest;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.util.RuntimeResourceVisitor;

/**
 * Which methods a path has, and what they read and write, asked of the REST stack itself. Its own answers to OPTIONS and
 * to a wrong method speak of all paths of a class together, or of none.
 */
@ApplicationScoped
class KnownRoutes {
    /** A variable of a path template, with or without a pattern of its own: {@code {ref}}, {@code {id: [0-9]+}}. */
    private static final Pattern VARIABLE = Pattern.compile("\\{\\s*[^:}]+\\s*(?::\\s*((?:[^{}]|\\{[^{}]*})+))?}");

    /** The order in which {@code Allow} names methods. */
    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private static final String LINES = "application/x-ndjson";

    private volatile List<Route> routes;

    /** The methods of a path, HEAD and OPTIONS included; empty if no resource has it. */
    List<String> methods(String path) {
        Set<String> found = matching(path).map(Route::method).collect(Collectors.toCollection(LinkedHashSet::new));
        if (found.isEmpty()) {
            return List.of();
        }
        if (found.contains("GET")) {
            found.add("HEAD");
        }
        found.add("OPTIONS");
        return METHODS.stream().filter(found::contains).toList();
    }

    /** The types of body that a method of a path reads; empty if it reads none. */
    List<String> consumed(String method, String path) {
        return matching(path)
                .filter(route -> route.method().equals(method))
                .flatMap(route -> route.consumes().stream())
                .distinct()
                .toList();
    }

    /** Whether a request's body is read line by line, so that it may have any size and take its time. */
    boolean takesStream(HttpServerRequest request) {
        return consumed(request.method().name(), request.path()).contains(LINES);
    }

    /** The types of answer that a method of a path gives; empty if that is not known beforehand. */
    List<String> produced(String method, String path) {
        String known = method.equals("HEAD") ? "GET" : method;
        return matching(path)
                .filter(route -> route.method().equals(known))
                .flatMap(route -> route.produces().stream())
                .distinct()
                .toList();
    }

    private Stream<Route> matching(String path) {
        return routes().stream().filter(route -> route.path().matcher(path).matches());
    }

    /** Read at the first request that asks, since the REST stack is put together after this bean may be made. */
    private List<Route> routes() {
        List<Route> known = routes;
        if (known == null) {
            known = read();
            routes = known;
        }
        return known;
    }

    private static List<Route> read() {
        List<Route> found = new ArrayList<>();
        RuntimeResourceVisitor.visitRuntimeResources(
                "", ResteasyReactiveRecorder.getCurrentDeployment().getClassMappers(), new RuntimeResourceVisitor() {
                    @Override
                    public void visitRuntimeResource(String method, String path, RuntimeResource resource) {
                        found.add(new Route(method, pattern(path), consumes(resource), produces(resource)));
                    }
                });
        return List.copyOf(found);
    }

    private static Pattern pattern(String template) {
        StringBuilder pattern = new StringBuilder();
        Matcher variable = VARIABLE.matcher(template);
        int literal = 0;
        while (variable.find()) {
            pattern.append(Pattern.quote(template.substring(literal, variable.start())))
                    .append(
                            variable.group(1) == null
                                    ? "[^/]+"
                                    : "(?:" + variable.group(1).strip() + ")");
            literal = variable.end();
        }
        return Pattern.compile(pattern + Pattern.quote(template.substring(literal)));
    }

    private static List<String> consumes(RuntimeResource resource) {
        return names(resource.getConsumes());
    }

    private static List<String> produces(RuntimeResource resource) {
        return resource.getProduces() == null
                ? List.of()
                : names(List.of(resource.getProduces().getSortedOriginalMediaTypes()));
    }

    private static List<String> names(Collection<MediaType> types) {
        return types.stream()
                .map(type -> type.getType() + "/" + type.getSubtype())
                .toList();
    }

    private record Route(String method, Pattern path, List<String> consumes, List<String> produces) {}
}
