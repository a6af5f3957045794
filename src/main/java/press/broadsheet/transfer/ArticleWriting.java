package press.broadsheet.transfer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import press.broadsheet.access.Actor;
import press.broadsheet.article.Article;
import press.broadsheet.article.ArticleRepository;
import press.broadsheet.change.Change;
import press.broadsheet.change.ChangeKind;
import press.broadsheet.change.ChangeLog;
import press.broadsheet.collection.CollectionEditing;
import press.broadsheet.editing.ArticleEditing;
import press.broadsheet.editing.DraftReading;
import press.broadsheet.problem.ProblemException;
import press.broadsheet.transfer.ArticleRows.NewArticle;
import press.broadsheet.transfer.ImportLog.Tally;
import press.broadsheet.transfer.LineReading.Read;

/**
 * Writes articles. What there is under a line's key is revised as by {@code PUT}, and left alone if it says that already; the
 * others are made by the same rules, and stored all at once.
 */
@ApplicationScoped
class ArticleWriting {
    private final ArticleRepository articles;
    private final ArticleEditing editing;
    private final NewArticles making;
    private final ArticleRows rows;
    private final LikenessWriting likeness;
    private final BatchLookup lookups;
    private final CollectionEditing collections;
    private final ChangeLog changes;
    private final Actor actor;
    private final Session session;

    ArticleWriting(
            ArticleRepository articles,
            ArticleEditing editing,
            NewArticles making,
            ArticleRows rows,
            LikenessWriting likeness,
            BatchLookup lookups,
            CollectionEditing collections,
            ChangeLog changes,
            Actor actor,
            Session session) {
        this.articles = articles;
        this.editing = editing;
        this.making = making;
        this.rows = rows;
        this.likeness = likeness;
        this.lookups = lookups;
        this.collections = collections;
        this.changes = changes;
        this.actor = actor;
        this.session = session;
    }

    /** Lines that mean the same article are written one after the other. */
    void write(List<Read> run, Tally tally, boolean dryRun) {
        List<Read> part = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (Read line : run) {
            List<String> own = keys((Line.OfArticle) line.line());
            if (own.stream().anyMatch(keys::contains)) {
                writePart(part, tally, dryRun);
                part.clear();
                keys.clear();
            }
            keys.addAll(own);
            part.add(line);
        }
        writePart(part, tally, dryRun);
    }

    private void writePart(List<Read> part, Tally tally, boolean dryRun) {
        Instant now = articles.now();
        Map<String, UUID> known = known(part);
        Map<UUID, Article> present = held(known.values().stream().distinct().toList(), dryRun);
        DraftReading.Lookup lookup = lookups.of(part);
        List<Read> fresh =
                part.stream().filter(line -> idIn(known, line) == null).toList();
        List<NewArticle> made = making.of(fresh, now, lookup, tally);
        rows.add(made, actor.name());
        if (!dryRun) {
            likeness.take(made);
        }
        tally.added(made.size());
        part.stream()
                .filter(line -> idIn(known, line) != null)
                .forEach(line -> revise(present.get(idIn(known, line)), now, line, lookup, tally, dryRun));
        if (!dryRun && !made.isEmpty()) {
            changes.appendAll(made.stream().map(ArticleWriting::change).toList());
            feature(fresh, made);
        }
        session.flush();
        session.clear();
    }

    private void revise(
            Article article, Instant now, Read line, DraftReading.Lookup lookup, Tally tally, boolean dryRun) {
        try {
            if (editing.revise(article, now, ((Line.OfArticle) line.line()).draft(), lookup, dryRun)) {
                tally.changed(1);
            } else {
                tally.unchanged(1);
            }
        } catch (ProblemException refusal) {
            session.detach(article);
            tally.refused(line.number(), NewArticles.inLine(refusal));
        }
    }

    private static Change change(NewArticle article) {
        return Change.of(
                        article.visible() ? ChangeKind.PUBLISH : ChangeKind.CREATE,
                        "article",
                        article.id(),
                        article.content().slug())
                .touching(article.keys())
                .visibleIf(article.visible());
    }

    private void feature(List<Read> fresh, List<NewArticle> made) {
        Set<UUID> wanted = new HashSet<>();
        Map<String, NewArticle> bySlug = new HashMap<>();
        made.forEach(article -> bySlug.put(article.content().slug(), article));
        for (Read line : fresh) {
            var draft = ((Line.OfArticle) line.line()).draft();
            if (draft.wantsFeaturing() && draft.slug() != null && bySlug.containsKey(draft.slug())) {
                wanted.add(bySlug.get(draft.slug()).id());
            }
        }
        wanted.forEach(collections::feature);
    }

    /** The names by which a line may mean an article, the strongest first. */
    private static List<String> keys(Line.OfArticle line) {
        List<String> keys = new ArrayList<>();
        if (line.record() != null) {
            keys.add("id " + line.record().id());
        }
        if (line.source() != null) {
            keys.add("source " + line.source() + "/" + line.externalId());
        } else if (line.draft().slug() != null) {
            keys.add("slug " + line.draft().slug());
        }
        return keys;
    }

    private static UUID idIn(Map<String, UUID> known, Read line) {
        return keys((Line.OfArticle) line.line()).stream()
                .map(known::get)
                .filter(id -> id != null)
                .findFirst()
                .orElse(null);
    }

    /** The ids of the articles that there are, by {@link #keys}. */
    private Map<String, UUID> known(List<Read> part) {
        List<Line.OfArticle> lines =
                part.stream().map(line -> (Line.OfArticle) line.line()).toList();
        List<Line.OfArticle> sourced =
                lines.stream().filter(line -> line.source() != null).toList();
        List<Object[]> found = session.createNativeQuery("""
                        select 'id ' || id, id from article where id = any(:ids)
                        union all
                        select 'slug ' || slug, id from article where slug = any(:slugs)
                        union all
                        select 'source ' || origin || '/' || external_id, id
                        from unnest(:origins, :names) as given (name_origin, name)
                        join article on origin = name_origin and external_id = name""", Object[].class)
                .setParameter(
                        "ids",
                        lines.stream()
                                .flatMap(line -> Stream.ofNullable(line.record()))
                                .map(Line.OfArticle.Past::id)
                                .toArray(UUID[]::new))
                .setParameter(
                        "slugs",
                        lines.stream()
                                .flatMap(line -> Stream.ofNullable(line.draft().slug()))
                                .toArray(String[]::new))
                .setParameter(
                        "origins", sourced.stream().map(Line.OfArticle::source).toArray(String[]::new))
                .setParameter(
                        "names",
                        sourced.stream().map(Line.OfArticle::externalId).toArray(String[]::new))
                .getResultList();
        Map<String, UUID> known = new HashMap<>();
        found.forEach(row -> known.put((String) row[0], (UUID) row[1]));
        return known;
    }

    /** Some articles with their texts; held until the end of the transaction, unless nothing is to be changed. */
    private Map<UUID, Article> held(List<UUID> ids, boolean dryRun) {
        Map<UUID, Article> held = new HashMap<>();
        if (!ids.isEmpty()) {
            if (!dryRun) {
                session.createNativeQuery(
                                "select 1 from article where id = any(:ids) order by id for update", Integer.class)
                        .setParameter("ids", ids.toArray(UUID[]::new))
                        .getResultList();
            }
            session.createSelectionQuery(
                            "from Article a join fetch a.section join fetch a.body where a.id in :ids", Article.class)
                    .setParameter("ids", ids)
                    .getResultList()
                    .forEach(article -> held.put(article.id(), article));
        }
        return held;
    }
}
