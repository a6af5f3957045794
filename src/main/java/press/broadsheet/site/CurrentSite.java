package press.broadsheet.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.hibernate.Session;
import press.broadsheet.content.Changed;
import press.broadsheet.content.Keys;

/**
 * The site's settings, kept in memory because every address in every answer needs them. Read anew after a change of them:
 * at once on the node that made it, on the others with the change log.
 */
@ApplicationScoped
public class CurrentSite {
    private final Session session;
    private volatile Site kept;

    CurrentSite(Session session) {
        this.session = session;
    }

    public Site settings() {
        Site site = kept;
        if (site == null) {
            site = QuarkusTransaction.requiringNew().call(() -> session.find(Site.class, Site.ONLY));
            kept = site;
        }
        return site;
    }

    void forget(@Observes Changed change) {
        if (change.keys().contains(Keys.SITE)) {
            kept = null;
        }
    }
}
