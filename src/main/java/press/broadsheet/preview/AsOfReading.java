package press.broadsheet.preview;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.hibernate.Session;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Lets the resources of readers read the site as of the instant of a preview: in a transaction in which the schema {@code
 * preview} stands before the other one, so that {@code published_article} and {@code reading_instant()} are those of that
 * instant. Both settings end with the transaction, so the connection goes back to the pool without them; and the transaction
 * can't write, whatever is read in it.
 */
class AsOfReading {
    /** After the filters that run on the event loop. */
    private static final int BEGIN = Priorities.USER + 500;

    private static final String BEGUN = AsOfReading.class.getName();

    private final Session session;

    AsOfReading(Session session) {
        this.session = session;
    }

    @ServerRequestFilter(priority = BEGIN)
    public void begin(ContainerRequestContext request) {
        Preview preview = PreviewRouting.of(request);
        if (preview == null || preview.asOf() == null) {
            return;
        }
        QuarkusTransaction.begin();
        request.setProperty(BEGUN, true);
        session.createNativeQuery("""
                        select set_config('broadsheet.as_of', :instant, true),
                               set_config('search_path', 'preview, public', true),
                               set_config('transaction_read_only', 'on', true)""", Object[].class)
                .setParameter("instant", preview.asOf().toString())
                .getSingleResult();
    }

    @ServerResponseFilter
    public void end(ContainerRequestContext request) {
        if (request.getProperty(BEGUN) != null) {
            QuarkusTransaction.rollback();
        }
    }
}
