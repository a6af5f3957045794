package press.broadsheet.caching;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Produces;

import io.quarkus.security.Authenticated;
import io.quarkus.security.PermissionsAllowed;
import press.broadsheet.query.DeclaredDefaults;

/**
 * What holds for the answers of one resource method.
 *
 * @param open whether anybody may call it, and so any cache may keep what it answers
 * @param fresh its own time to be fresh, if it has one
 * @param believed for how long this node goes by a validator at most, if not as long as usual
 * @param keyed whether it answers with a {@link Keyed}, so that those who ask the same at the same time can share one load
 * @param defaults what its query parameters are if they are not sent
 * @param form the media type that it names as that of its answer, "" if it names none
 */
record Policy(
        boolean open,
        Optional<Duration> fresh,
        Optional<Duration> believed,
        boolean keyed,
        DeclaredDefaults defaults,
        String form) {
    private static final List<Class<? extends Annotation>> CLOSED =
            List.of(RolesAllowed.class, DenyAll.class, Authenticated.class, PermissionsAllowed.class);

    static Policy of(Method method) {
        Optional<Fresh> own = Optional.ofNullable(method.getAnnotation(Fresh.class));
        return new Policy(
                isOpen(method),
                own.map(Policy::seconds),
                own.filter(fresh -> !fresh.announced()).map(Policy::seconds),
                isKeyed(method.getGenericReturnType()),
                DeclaredDefaults.of(method),
                form(method));
    }

    private static String form(Method method) {
        Produces produced = method.getAnnotation(Produces.class);
        return produced == null ? "" : produced.value()[0];
    }

    private static boolean isKeyed(Type type) {
        if (type instanceof ParameterizedType generic) {
            return Stream.concat(Stream.of(generic.getRawType()), Stream.of(generic.getActualTypeArguments()))
                    .anyMatch(Policy::isKeyed);
        }
        return type instanceof Class<?> plain && Keyed.class.isAssignableFrom(plain);
    }

    private static Duration seconds(Fresh fresh) {
        return Duration.ofSeconds(fresh.seconds());
    }

    /** The method's own annotation has precedence over that of its class; without any, nothing is open. */
    private static boolean isOpen(Method method) {
        return method.isAnnotationPresent(PermitAll.class)
                || (method.getDeclaringClass().isAnnotationPresent(PermitAll.class)
                        && CLOSED.stream().noneMatch(method::isAnnotationPresent));
    }
}
