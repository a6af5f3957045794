package press.broadsheet.problem;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * The only place that maps exceptions, for the REST stack here and for the routes in front of it through {@link
 * FailedRoutes}. What it does not know is a fault of ours: 500 with a fixed text, and one entry in the log.
 */
@ApplicationScoped
class ProblemMapper {
    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);
    private static final Duration SOON = Duration.ofSeconds(1);

    private final ProblemAnswers answers;
    private final ConstraintFaults constraints;

    ProblemMapper(ProblemAnswers answers, ConstraintFaults constraints) {
        this.answers = answers;
        this.constraints = constraints;
    }

    /** Names, besides everything, each class for which the framework brings a mapper of its own: the nearest class wins. */
    @ServerExceptionMapper({
        Throwable.class,
        WebApplicationException.class,
        ValidationException.class,
        MismatchedInputException.class,
        InvalidDefinitionException.class,
        AuthenticationFailedException.class,
        AuthenticationCompletionException.class,
        AuthenticationRedirectException.class,
        UnauthorizedException.class,
        ForbiddenException.class
    })
    public Response answer(Throwable thrown, RoutingContext context) {
        if (thrown instanceof WebApplicationException web && web.getResponse().getStatus() < 400) {
            return web.getResponse();
        }
        ProblemException problem = problem(thrown, context);
        answers.closeAfter(context, problem);
        HttpServerRequest request = context.request();
        Response.ResponseBuilder answer =
                Response.status(problem.type().status()).entity(answers.body(problem, RequestId.of(context), request));
        answers.headers(problem, request).forEach(answer::header);
        return answer.build();
    }

    /**
     * What to answer; what is our own fault is written to the log by the way.
     *
     * @param thrown {@code null} if the route that failed gave only a status
     */
    ProblemException problem(Throwable thrown, RoutingContext context) {
        Optional<ProblemException> known = known(thrown).or(() -> ofStatus(context.statusCode()));
        if (known.isEmpty()
                && thrown instanceof IOException
                && context.response().closed()) {
            LOG.debugf(thrown, "Request %s was given up by its client", RequestId.of(context));
            return ProblemException.of(ProblemType.MALFORMED_REQUEST, "The connection was closed.");
        }
        if (known.isEmpty()) {
            String requestId = RequestId.of(context);
            LOG.errorf(
                    thrown,
                    "Request %s (%s) failed",
                    requestId,
                    context.request().method());
            return ProblemException.of(
                    ProblemType.INTERNAL_ERROR, "The server made a mistake; it was recorded as " + requestId + ".");
        }
        if (known.get().type() == ProblemType.UNAVAILABLE || known.get().type() == ProblemType.INSUFFICIENT_STORAGE) {
            // While the database is away every request ends here: a line each, no stack trace.
            LOG.warnf("Request %s: %s", RequestId.of(context), thrown);
        }
        return known.get();
    }

    private Optional<ProblemException> known(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return Optional.of(problem);
            }
        }
        return security(thrown)
                .or(() -> constraint(thrown))
                .or(() -> json(thrown))
                .or(() -> DatabaseFaults.in(thrown))
                .or(() -> framework(thrown));
    }

    private static Optional<ProblemException> security(Throwable thrown) {
        if (thrown instanceof AuthenticationException) {
            return Optional.of(ProblemException.of(
                    ProblemType.NOT_AUTHENTICATED, "The credentials are unknown, expired or revoked."));
        }
        if (thrown instanceof UnauthorizedException) {
            return Optional.of(ProblemException.of(
                    ProblemType.NOT_AUTHENTICATED, "This needs an API key: `Authorization: Bearer <key>`."));
        }
        return thrown instanceof ForbiddenException
                ? Optional.of(ProblemException.of(ProblemType.NOT_ALLOWED, "The API key's role does not allow this."))
                : Optional.empty();
    }

    /** Broken constraints of a resource method or of a document; those of any other method are our own fault. */
    private Optional<ProblemException> constraint(Throwable thrown) {
        return thrown instanceof ConstraintViolationException broken
                        && (broken instanceof ResteasyReactiveViolationException || !isOnMethod(broken))
                ? Optional.of(constraints.problem(broken))
                : Optional.empty();
    }

    private static boolean isOnMethod(ConstraintViolationException broken) {
        return broken.getConstraintViolations().stream()
                .anyMatch(violation ->
                        violation.getPropertyPath().iterator().next().getKind() == ElementKind.METHOD);
    }

    private static Optional<ProblemException> json(Throwable thrown) {
        Throwable refusal = thrown instanceof WebApplicationException ? thrown.getCause() : thrown;
        return refusal instanceof JsonProcessingException ? JsonFaults.in(refusal) : Optional.empty();
    }

    private static Optional<ProblemException> framework(Throwable thrown) {
        if (thrown instanceof RejectedExecutionException) {
            return Optional.of(ProblemException.of(ProblemType.UNAVAILABLE, "The server is busy.")
                    .retryAfter(SOON));
        }
        if (thrown instanceof WebApplicationException web) {
            return ofStatus(web.getResponse().getStatus());
        }
        return thrown instanceof HttpException http ? ofStatus(http.getStatusCode()) : Optional.empty();
    }

    /** A status that the framework chose, -1 if none. Its own errors are ours. */
    private static Optional<ProblemException> ofStatus(int status) {
        if (status < 400 || status == 500) {
            return Optional.empty();
        }
        ProblemType type = ProblemType.ofStatus(status);
        return Optional.of(ProblemException.of(type, type.cause()));
    }
}
