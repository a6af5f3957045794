package press.broadsheet.writing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import press.broadsheet.access.Actor;
import press.broadsheet.problem.ProblemException;
import press.broadsheet.problem.ProblemType;
import press.broadsheet.problem.Violation;

/**
 * Answers a retry with the first answer. The answer is stored in the transaction of the write, so there is never one without
 * the other: it runs inside of {@code @Transactional}, whose priority is lower. A request that was refused left nothing behind
 * and may be sent again under its key.
 */
@Interceptor
@Idempotent
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class Idempotency {
    static final String HEADER = "Idempotency-Key";
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    /** A string of RFC 9651 without escapes, or the same without quotes, as most clients send it. */
    private static final Pattern KEY =
            Pattern.compile("\"([\\x20-\\x7e&&[^\"\\\\]]{1,255})\"|([\\x21-\\x7e&&[^\"\\\\]]{1,255})");

    private final IdempotencyKeys keys;
    private final RoutingContext context;
    private final Actor actor;
    private final ObjectMapper json;

    Idempotency(IdempotencyKeys keys, RoutingContext context, Actor actor, ObjectMapper json) {
        this.keys = keys;
        this.context = context;
        this.actor = actor;
        this.json = json;
    }

    @AroundInvoke
    Object once(InvocationContext invocation) throws Exception {
        String header = context.request().getHeader(HEADER);
        if (header == null) {
            return invocation.proceed();
        }
        String key = key(header);
        String holder = actor.name();
        String request = fingerprint(invocation);
        if (!keys.claim(holder, key)) {
            throw ProblemException.of(ProblemType.CONFLICT, "A request with this Idempotency-Key is still running.")
                    .retryAfter(A_MOMENT);
        }
        Optional<FirstAnswer> first = keys.firstAnswer(holder, key);
        if (first.isPresent()) {
            throw again(first.get(), request);
        }
        Object result = invocation.proceed();
        keys.remember(holder, key, FirstAnswer.of(request, result, json));
        return result;
    }

    private static RuntimeException again(FirstAnswer first, String request) {
        return first.isTo(request)
                ? first.again()
                : ProblemException.of(
                        ProblemType.INVALID_CONTENT,
                        List.of(Violation.inHeader(
                                HEADER, "reused", "was used for another request; each needs a key of its own")));
    }

    private static String key(String header) {
        Matcher matcher = KEY.matcher(header.strip());
        if (!matcher.matches()) {
            throw ProblemException.of(
                    ProblemType.INVALID_PARAMETERS,
                    List.of(Violation.inHeader(
                            HEADER, "malformed", "must be 1 to 255 visible ASCII characters, a UUID for example")));
        }
        return matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    }

    /** Of where the request goes and what it says, as it was understood: spaces in its JSON make no other request of it. */
    private String fingerprint(InvocationContext invocation) throws JsonProcessingException, NoSuchAlgorithmException {
        HttpServerRequest request = context.request();
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update((request.method() + " " + request.uri() + "\n").getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest(json.writeValueAsBytes(invocation.getParameters())));
    }
}
