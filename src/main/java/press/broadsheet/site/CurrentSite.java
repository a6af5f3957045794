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
    private volatile long changes;

    CurrentSite(Session session) {
        this.session = session;
    }

    public Site settings() {
        Site site = kept;
        if (site == null) {
            long before = changes;
            site = QuarkusTransaction.requiringNew().call(() -> session.find(Site.class, Site.ONLY));
            keep(site, before);
        }
        return site;
    }

    /** Not what was read before a change and arrives after it: that would stay until the next one. */
    private synchronized void keep(Site site, long readAt) {
        if (readAt == changes) {
            kept = site;
        }
    }

    synchronized void forget(@Observes Changed change) {
        if (change.keys().contains(Keys.SITE)) {
            changes++;
            kept = null;
        }
    }
}
