package press.broadsheet.preview;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.security.spi.runtime.BlockingSecurityExecutor;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * Knows the holder of a preview token by the path that it stands in. It may do nothing that takes a role; but it is somebody,
 * and so what it is shown is never taken from what others were shown, nor kept for them ({@code caching}). Who has no token
 * that opens what the path asks for is nobody, and is not told why.
 */
@ApplicationScoped
class PreviewAuthentication implements HttpAuthenticationMechanism {
    /** What of the identity says which preview is open. */
    static final String PREVIEW = Preview.class.getName();

    /** Before keys: an editor with a key sees under a preview's address what everybody else sees there. */
    private static final int PRIORITY = DEFAULT_PRIORITY + 1000;

    private final PreviewRepository previews;
    private final BlockingSecurityExecutor executor;
    private final Clock clock;

    PreviewAuthentication(PreviewRepository previews, BlockingSecurityExecutor executor, Clock clock) {
        this.previews = previews;
        this.executor = executor;
        this.clock = clock;
    }

    @Override
    public int getPriority() {
        return PRIORITY;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        HttpServerRequest request = context.request();
        return isRead(request)
                ? PreviewAddress.of(request.path())
                        .map(address -> executor.executeBlocking(() -> holderAt(address)))
                        .orElseGet(() -> Uni.createFrom().nullItem())
                : Uni.createFrom().nullItem();
    }

    static boolean isRead(HttpServerRequest request) {
        return request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
    }

    /** Null if the token opens nothing here. */
    @ActivateRequestContext
    SecurityIdentity holderAt(PreviewAddress address) {
        return previews.openedBy(address.token(), clock.instant())
                .filter(preview -> preview.isAt(address))
                .map(PreviewAuthentication::holder)
                .orElse(null);
    }

    private static SecurityIdentity holder(Preview preview) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal("preview " + preview.id()))
                .addAttribute(PREVIEW, preview)
                .build();
    }

    /** None: nobody is asked for a token. */
    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().nullItem();
    }
}
