package press.broadsheet.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * Answers what fails in front of the REST stack, in a filter, in the security layer or in a route of the framework, and
 * what no route takes. Any code on a route ends a request with {@code context.fail(problem)}.
 */
@ApplicationScoped
class FailedRoutes {
    /** Before every other failure handler: theirs answer in other forms, or not at all. */
    private static final int FIRST = Integer.MIN_VALUE + 2;

    private final ProblemMapper mapper;
    private final ProblemAnswers answers;

    FailedRoutes(ProblemMapper mapper, ProblemAnswers answers) {
        this.mapper = mapper;
        this.answers = answers;
    }

    void register(@Observes Router router) {
        router.route().order(FIRST).failureHandler(this::answer);
        router.errorHandler(404, this::answer);
    }

    private void answer(RoutingContext context) {
        if (context.response().ended() || context.response().closed()) {
            return;
        }
        if (context.response().headWritten()) {
            // Half an answer is out: cutting the connection is the only way left to say that it is not whole.
            context.request().connection().close();
            return;
        }
        // What is left of the body is thrown away, so that the connection can serve the next request.
        context.request().resume();
        ProblemException problem = mapper.problem(context.failure(), context);
        answers.closeAfter(context, problem);
        answers.send(context.request(), problem, RequestId.of(context));
    }
}
