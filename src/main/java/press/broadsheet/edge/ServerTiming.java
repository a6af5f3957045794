package press.broadsheet.edge;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import press.broadsheet.database.Statements;

/** Says with each answer what it cost the database, as {@code Server-Timing} (W3C): so {@code curl -i} shows it. */
class ServerTiming {
    private static final String STATEMENTS = Statements.class.getName();

    @ServerRequestFilter(preMatching = true, nonBlocking = true)
    public void begin(ContainerRequestContext request) {
        request.setProperty(STATEMENTS, Statements.begin());
    }

    @ServerResponseFilter
    public void tell(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(STATEMENTS) instanceof Statements statements) {
            statements.close();
            response.getHeaders().putSingle("Server-Timing", statements.serverTiming());
        }
    }
}
