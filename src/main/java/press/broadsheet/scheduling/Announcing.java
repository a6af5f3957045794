package press.broadsheet.scheduling;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.transaction.Transactional;

import org.hibernate.Session;
import press.broadsheet.article.Article;
import press.broadsheet.article.ArticleRepository;
import press.broadsheet.change.Change;
import press.broadsheet.change.ChangeKind;
import press.broadsheet.change.ChangeLog;

/**
 * Tells the change log what time did to articles. That an article was announced is noted in the transaction of the
 * announcement, and an article that another node is at work on is left to it: so each is announced once, whoever does it and
 * however long nobody did.
 */
@ApplicationScoped
class Announcing {
    /** Other writers wait for the change log as long as these are being told. */
    private static final int AT_ONCE = 100;

    private final Session session;
    private final ArticleRepository articles;
    private final ChangeLog changes;

    Announcing(Session session, ArticleRepository articles, ChangeLog changes) {
        this.session = session;
        this.articles = articles;
        this.changes = changes;
    }

    /**
     * How things stand by the database's clock.
     *
     * @param next when the next article appears or goes; null if nothing is scheduled
     * @param due whether one has that nobody was told of
     */
    record Moment(Instant now, Instant next, boolean due) {}

    @ActivateRequestContext
    Moment moment() {
        Object[] row = session.createNativeQuery("""
                        select clock_timestamp(), next_transition(), least(
                            (select min(published_at) from article where not announced),
                            (select min(unpublish_at) from article where state = 'published')) <= now()""", Object[].class).getSingleResult();
        return new Moment((Instant) row[0], (Instant) row[1], Boolean.TRUE.equals(row[2]));
    }

    /** Announces what is due, up to a limit: to be called until {@link #moment()} says that nothing is. */
    @Transactional
    void announce() {
        Instant now = articles.now();
        List<Article> appeared = articles.dueToAppear(now, AT_ONCE);
        List<Article> gone = articles.dueToGo(now, AT_ONCE);
        appeared.forEach(Article::announce);
        gone.forEach(article -> article.withdraw(now));
        // Together: between two statements Hibernate would look through all articles for changes.
        changes.appendAll(Stream.concat(
                        appeared.stream().map(article -> change(ChangeKind.PUBLISH, article)),
                        gone.stream().map(article -> change(ChangeKind.UNPUBLISH, article)))
                .toList());
    }

    private static Change change(ChangeKind kind, Article article) {
        return Change.of(kind, "article", article.id(), article.slug())
                .touching(article.keys())
                .visibleToAll();
    }
}
