package press.broadsheet.problem;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * What broken constraints of Bean Validation mean to a client. Their paths name Java methods and properties, so each is
 * followed to the query or path parameter, the header or the JSON pointer that the client knows.
 */
@ApplicationScoped
public class ConstraintFaults {
    /** Codes of the usual constraints; others give their own name in kebab case. */
    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("NotNull", "required"),
            Map.entry("NotBlank", "required"),
            Map.entry("NotEmpty", "required"),
            Map.entry("Min", "out-of-range"),
            Map.entry("Max", "out-of-range"),
            Map.entry("Positive", "out-of-range"),
            Map.entry("PositiveOrZero", "out-of-range"),
            Map.entry("DecimalMin", "out-of-range"),
            Map.entry("DecimalMax", "out-of-range"),
            Map.entry("AssertTrue", "contradictory"),
            Map.entry("Pattern", "bad-format"),
            Map.entry("URL", "bad-format"));

    private final ObjectMapper json;

    ConstraintFaults(ObjectMapper json) {
        this.json = json;
    }

    /** 400 if a parameter or a header is among them, since these are read first, otherwise 422. */
    public ProblemException problem(ConstraintViolationException broken) {
        // A set has no order: sorted, so that the same request gives the same answer.
        List<Violation> violations = broken.getConstraintViolations().stream()
                .map(this::violation)
                .sorted(Comparator.comparing(ConstraintFaults::place).thenComparing(Violation::code))
                .limit(Violations.LIMIT)
                .toList();
        boolean body = violations.stream().allMatch(violation -> violation.pointer() != null);
        return ProblemException.of(body ? ProblemType.INVALID_CONTENT : ProblemType.INVALID_PARAMETERS, violations);
    }

    private Violation violation(ConstraintViolation<?> broken) {
        Iterator<Path.Node> path = broken.getPropertyPath().iterator();
        if (broken.getPropertyPath().iterator().next().getKind() != ElementKind.METHOD) {
            return inBody(broken, json.constructType(broken.getRootBeanClass()), path);
        }
        Method method = declared(broken.getRootBeanClass(), path.next().as(Path.MethodNode.class));
        Path.Node node = path.next();
        if (node.getKind() != ElementKind.PARAMETER) {
            // A constraint over several parameters together.
            return Violation.inParameter("", code(broken), broken.getMessage());
        }
        Parameter parameter =
                method.getParameters()[node.as(Path.ParameterNode.class).getParameterIndex()];
        if (parameter.isAnnotationPresent(BeanParam.class)) {
            return inBean(broken, parameter.getType(), path);
        }
        return named(broken, parameter, parameter.getName())
                .orElseGet(() -> isInPath(method, parameter.getName())
                        ? Violation.inParameter(parameter.getName(), code(broken), broken.getMessage())
                        : inBody(broken, json.constructType(parameter.getParameterizedType()), path));
    }

    /** Follows the properties by their names in JSON, and elements of lists and maps by index and key. */
    private Violation inBody(ConstraintViolation<?> broken, JavaType bean, Iterator<Path.Node> path) {
        StringBuilder pointer = new StringBuilder();
        JavaType unknown = json.constructType(Object.class);
        JavaType type = bean;
        while (path.hasNext()) {
            Path.Node node = path.next();
            if (node.isInIterable()) {
                Object step = node.getIndex() != null ? node.getIndex() : node.getKey();
                pointer.append(step == null ? "" : Violation.step(step.toString()));
                type = Objects.requireNonNullElse(type.getContentType(), unknown);
            }
            if (node.getKind() == ElementKind.PROPERTY) {
                boolean isOfUnknown = type.equals(unknown);
                Optional<BeanPropertyDefinition> property = property(type, node.getName());
                // A property that JSON does not have is a rule over several; it points to what holds them.
                pointer.append(property.map(BeanPropertyDefinition::getName)
                        .or(() -> Optional.of(node.getName()).filter(name -> isOfUnknown))
                        .map(Violation::step)
                        .orElse(""));
                type = property.map(BeanPropertyDefinition::getPrimaryType).orElse(unknown);
            }
        }
        return Violation.inBody(pointer.toString(), code(broken), broken.getMessage());
    }

    private Optional<BeanPropertyDefinition> property(JavaType bean, String name) {
        return json.getDeserializationConfig().introspect(bean).findProperties().stream()
                .filter(property -> property.getInternalName().equals(name))
                .findFirst();
    }

    /** In a record that gathers parameters, or in one within it. */
    private static Violation inBean(ConstraintViolation<?> broken, Class<?> bean, Iterator<Path.Node> path) {
        if (!path.hasNext()) {
            return Violation.inParameter("", code(broken), broken.getMessage());
        }
        String name = path.next().getName();
        Optional<Field> field = Arrays.stream(bean.getDeclaredFields())
                .filter(candidate -> candidate.getName().equals(name))
                .findFirst();
        if (field.isPresent() && field.get().isAnnotationPresent(BeanParam.class)) {
            return inBean(broken, field.get().getType(), path);
        }
        return field.flatMap(found -> named(broken, found, name))
                .orElseGet(() -> Violation.inParameter(name, code(broken), broken.getMessage()));
    }

    /** By the annotation that says what the client calls it; an empty name means that it is called as in Java. */
    private static Optional<Violation> named(ConstraintViolation<?> broken, AnnotatedElement element, String javaName) {
        Optional<String> header = value(element, HeaderParam.class, HeaderParam::value)
                .or(() -> value(element, RestHeader.class, RestHeader::value));
        Optional<String> parameter = value(element, QueryParam.class, QueryParam::value)
                .or(() -> value(element, RestQuery.class, RestQuery::value))
                .or(() -> value(element, PathParam.class, PathParam::value))
                .or(() -> value(element, RestPath.class, RestPath::value));
        return header.map(name -> name.isEmpty() ? javaName : name)
                .map(name -> Violation.inHeader(name, code(broken), broken.getMessage()))
                .or(() -> parameter
                        .map(name -> name.isEmpty() ? javaName : name)
                        .map(name -> Violation.inParameter(name, code(broken), broken.getMessage())));
    }

    private static <A extends Annotation> Optional<String> value(
            AnnotatedElement element, Class<A> annotation, Function<A, String> value) {
        return Optional.ofNullable(element.getAnnotation(annotation)).map(value);
    }

    private static boolean isInPath(Method method, String name) {
        jakarta.ws.rs.Path path = method.getAnnotation(jakarta.ws.rs.Path.class);
        return path != null
                && (path.value().contains("{" + name + "}") || path.value().contains("{" + name + ":"));
    }

    /** The method as it was written: the container's subclass overrides it without the annotations. */
    private static Method declared(Class<?> resource, Path.MethodNode node) {
        return Stream.<Class<?>>iterate(resource, Objects::nonNull, Class::getSuperclass)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.getName().equals(node.getName()))
                .filter(method -> List.of(method.getParameterTypes()).equals(node.getParameterTypes()))
                .reduce((overriding, overridden) -> overridden)
                .orElseThrow(() -> new IllegalStateException("no method " + node.getName() + " in " + resource));
    }

    private static String code(ConstraintViolation<?> broken) {
        String constraint = broken.getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        if (constraint.equals("Size")) {
            int least = (int) broken.getConstraintDescriptor().getAttributes().get("min");
            return least > 0 && isShorter(broken.getInvalidValue(), least) ? "too-short" : "too-long";
        }
        String kebab = constraint.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        return CODES.getOrDefault(constraint, kebab);
    }

    private static boolean isShorter(Object value, int least) {
        if (value instanceof CharSequence text) {
            return text.length() < least;
        }
        return value instanceof Collection<?> elements && elements.size() < least;
    }

    private static String place(Violation violation) {
        return Stream.of(violation.pointer(), violation.parameter(), violation.header())
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }
}
