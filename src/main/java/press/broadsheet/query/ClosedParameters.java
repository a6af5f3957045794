package press.broadsheet.query;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import press.broadsheet.problem.NearestName;

/**
 * Refuses what the matched resource method does not declare: a parameter that is not on its list, one that stands there
 * twice and takes one value, one without a value, one that is not text. What remains is a closed set of questions, which
 * is what makes answers cacheable and keeps names of columns from being tried out.
 *
 * <p>A method declares parameters as {@link RestQuery} or {@link QueryParam}, itself or in a {@link BeanParam} at any depth. The
 * parameter {@value #PRETTY} belongs to all of them. It runs on the event loop, before anything is loaded.
 */
class ClosedParameters {
    /** Indents any answer. As everybody types it without a value, it alone needs none. */
    static final String PRETTY = "pretty";

    private final Map<Method, SortedMap<String, Boolean>> declared = new ConcurrentHashMap<>();

    @ServerRequestFilter(priority = Priorities.HEADER_DECORATOR, nonBlocking = true)
    public void check(ResourceInfo resource, UriInfo uri) {
        Map<String, List<String>> given = uri.getQueryParameters();
        if (given.isEmpty()) {
            return;
        }
        var allowed = declared.computeIfAbsent(resource.getResourceMethod(), ClosedParameters::declaredBy);
        Arguments arguments = new Arguments();
        given.forEach((name, values) -> check(name, values, allowed, arguments));
        arguments.verify();
    }

    private static void check(
            String name, List<String> values, SortedMap<String, Boolean> allowed, Arguments arguments) {
        if (!allowed.containsKey(name)) {
            String list = String.join(", ", allowed.keySet());
            arguments.refuse(name, "unknown", "is none of " + list + NearestName.hint(name, allowed.keySet()));
        } else if (values.size() > 1 && !allowed.get(name)) {
            arguments.refuse(name, "repeated", "takes one value; send it once");
        } else if (!values.stream().allMatch(Arguments::isText)) {
            arguments.refuseCharacters(name);
        } else if (values.stream().anyMatch(String::isEmpty) && !name.equals(PRETTY)) {
            arguments.refuse(name, "empty", "has no value; give it one or leave it out");
        }
    }

    /** The names of a method's parameters, each with whether it may be repeated. */
    static SortedMap<String, Boolean> declaredBy(Method method) {
        SortedMap<String, Boolean> names = new TreeMap<>();
        names.put(PRETTY, false);
        for (Parameter parameter : method.getParameters()) {
            collect(parameter, parameter.getName(), parameter.getType(), names);
        }
        return names;
    }

    private static void collect(AnnotatedElement element, String name, Class<?> type, Map<String, Boolean> names) {
        if (element.isAnnotationPresent(RestQuery.class)) {
            String other = element.getAnnotation(RestQuery.class).value();
            names.put(other.isEmpty() ? name : other, Collection.class.isAssignableFrom(type));
        } else if (element.isAnnotationPresent(QueryParam.class)) {
            names.put(element.getAnnotation(QueryParam.class).value(), Collection.class.isAssignableFrom(type));
        } else if (element.isAnnotationPresent(BeanParam.class)) {
            for (Field component : type.getDeclaredFields()) {
                collect(component, component.getName(), component.getType(), names);
            }
        }
    }
}
