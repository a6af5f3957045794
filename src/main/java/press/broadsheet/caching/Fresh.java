package press.broadsheet.caching;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How long answers of a public GET are fresh, where that is not the usual time: counters and rankings change by themselves,
 * without a change to content that would announce it. For so long, too, this node goes by a validator that it gave out,
 * unless changes are announced.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Fresh {
    /** At least one. */
    int seconds();

    /** Whether changes to the answer are announced as all others are: then only other caches have to ask so often. */
    boolean announced() default false;
}
