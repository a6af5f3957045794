package press.broadsheet.limits;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * On a resource method: who calls it without a key is counted by address under this limit, before anything else is done for
 * them. Who calls it with a key is counted by key, as everywhere.
 */
@Retention(RUNTIME)
@Target(METHOD)
public @interface Limited {
    Limit value();
}
