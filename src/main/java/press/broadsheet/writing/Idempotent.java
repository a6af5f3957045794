package press.broadsheet.writing;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

import jakarta.interceptor.InterceptorBinding;

/**
 * On a transactional resource method: a request with an {@code Idempotency-Key} has its effect once, however often it is sent
 * (draft-ietf-httpapi-idempotency-key-header-07). Not for answers that hold a secret: they would be stored.
 */
@InterceptorBinding
@Retention(RUNTIME)
@Target({METHOD, TYPE})
public @interface Idempotent {}
