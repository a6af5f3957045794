package press.broadsheet.query;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

import org.jboss.resteasy.reactive.RestQuery;

/** The {@link DefaultValue}s of a method's query parameters, its own and those in its {@link BeanParam}s. */
public record DeclaredDefaults(Map<String, List<String>> values) {
    public static DeclaredDefaults of(Method method) {
        Map<String, List<String>> values = new HashMap<>();
        for (Parameter parameter : method.getParameters()) {
            collect(parameter, parameter.getName(), parameter.getType(), values);
        }
        return new DeclaredDefaults(Map.copyOf(values));
    }

    /** Whether sending these values says no more than leaving the parameter out. */
    boolean contain(String parameter, List<String> given) {
        return given.equals(values.get(parameter));
    }

    private static void collect(
            AnnotatedElement element, String name, Class<?> type, Map<String, List<String>> values) {
        DefaultValue value = element.getAnnotation(DefaultValue.class);
        if (element.isAnnotationPresent(BeanParam.class)) {
            for (Field component : type.getDeclaredFields()) {
                collect(component, component.getName(), component.getType(), values);
            }
        } else if (value != null && element.isAnnotationPresent(RestQuery.class)) {
            String other = element.getAnnotation(RestQuery.class).value();
            values.put(other.isEmpty() ? name : other, List.of(value.value()));
        } else if (value != null && element.isAnnotationPresent(QueryParam.class)) {
            values.put(element.getAnnotation(QueryParam.class).value(), List.of(value.value()));
        }
    }
}
