package press.broadsheet.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.HttpException;

/** Routes in front of the REST stack that fail in each way a route can. */
@ApplicationScoped
class FailingRoutes {
    void register(@Observes Router router) {
        router.get("/routes/status").handler(context -> context.fail(413));
        router.get("/routes/bug").handler(context -> {
            throw new IllegalStateException("select secret from press.broadsheet.Vault");
        });
        router.get("/routes/null").handler(context -> context.fail(new NullPointerException("press.broadsheet.Vault")));
        router.get("/routes/unauthorized")
                .handler(context -> context.fail(new UnauthorizedException("press.broadsheet")));
        router.get("/routes/forbidden").handler(context -> context.fail(new ForbiddenException("press.broadsheet")));
        router.get("/routes/http").handler(context -> context.fail(new HttpException(400, "press.broadsheet")));
        router.get("/routes/problem").handler(context -> context.fail(ProblemException.noSuch("kept answer", "x")));
    }
}
