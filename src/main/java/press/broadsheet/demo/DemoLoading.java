package press.broadsheet.demo;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.core.type.TypeReference;
import io.quarkus.runtime.StartupEvent;
import org.hibernate.Session;
import org.jboss.logging.Logger;
import press.broadsheet.article.ArticleRepository;
import press.broadsheet.author.AuthorDraft;
import press.broadsheet.author.AuthorEditing;
import press.broadsheet.content.Reference;
import press.broadsheet.demo.DemoContent.Piece;
import press.broadsheet.editing.ArticleEditing;
import press.broadsheet.editing.ArticlePublishing;
import press.broadsheet.engagement.ReactionRecording;
import press.broadsheet.section.SectionDraft;
import press.broadsheet.section.SectionEditing;
import press.broadsheet.site.ReactionKind;
import press.broadsheet.site.SiteDraft;
import press.broadsheet.site.SiteEditing;
import press.broadsheet.tag.TagDraft;
import press.broadsheet.tag.TagEditing;
import press.broadsheet.tag.TagType;
import press.broadsheet.viewing.ViewRecording;

/** Fills an empty database with the demonstration newsroom, in one transaction; never touches one that holds anything. */
@ApplicationScoped
class DemoLoading {
    private static final Logger LOG = Logger.getLogger(DemoLoading.class);

    private final DemoConfig config;
    private final Session session;
    private final SiteEditing site;
    private final SectionEditing sections;
    private final TagEditing tags;
    private final AuthorEditing authors;
    private final ArticleEditing editing;
    private final ArticlePublishing publishing;
    private final ArticleRepository articles;
    private final ViewRecording views;
    private final ReactionRecording reactions;

    DemoLoading(
            DemoConfig config,
            Session session,
            SiteEditing site,
            SectionEditing sections,
            TagEditing tags,
            AuthorEditing authors,
            ArticleEditing editing,
            ArticlePublishing publishing,
            ArticleRepository articles,
            ViewRecording views,
            ReactionRecording reactions) {
        this.config = config;
        this.session = session;
        this.site = site;
        this.sections = sections;
        this.tags = tags;
        this.authors = authors;
        this.editing = editing;
        this.publishing = publishing;
        this.articles = articles;
        this.views = views;
        this.reactions = reactions;
    }

    @Transactional
    void start(@Observes StartupEvent started) {
        if (config.enabled() && isEmpty()) {
            load();
        }
    }

    /** Under a lock, so that of two nodes that start together only one finds the database empty. */
    private boolean isEmpty() {
        session.createNativeQuery("select 1 from pg_advisory_xact_lock(7230002)", Integer.class)
                .getSingleResult();
        return !session.createNativeQuery(
                        "select exists (select from section) or exists (select from tag) or exists (select from author)",
                        Boolean.class)
                .getSingleResult();
    }

    private void load() {
        site.replace(
                DemoContent.read("site.yaml", new TypeReference<Masthead>() {}).draft());
        DemoContent.read("sections.yaml", new TypeReference<List<Division>>() {})
                .forEach(section -> sections.create(section.draft()));
        DemoContent.read("tags.yaml", new TypeReference<Map<TagType, List<Label>>>() {})
                .forEach((type, labels) -> labels.forEach(label -> tags.create(label.draft(type))));
        DemoContent.read("authors.yaml", new TypeReference<List<Byline>>() {})
                .forEach(author -> authors.create(author.draft()));
        Instant start = articles.now();
        List<ViewRecording.Hour> hours = new ArrayList<>();
        List<Piece> pieces = DemoContent.articles();
        pieces.forEach(piece -> hours.addAll(publish(piece, start)));
        views.set(hours);
        LOG.infof("Loaded the demonstration newsroom: %d articles", pieces.size());
    }

    private List<ViewRecording.Hour> publish(Piece piece, Instant start) {
        DemoArticle article = piece.article();
        String first = article.renamedFrom().isEmpty()
                ? piece.slug()
                : article.renamedFrom().get(0);
        UUID id = editing.create(article.draft(first, piece.markdown(), start)).id();
        if (!first.equals(piece.slug())) {
            editing.rename(id, piece.slug());
        }
        article.reactions().forEach((kind, count) -> reactions.react(id, kind, readers(kind, count)));
        if (article.unpublished()) {
            publishing.withdraw(id);
        }
        return article.age() == null
                ? List.of()
                : DemoReaders.views(id, article.views(), article.publishedAt(start), start);
    }

    private static List<UUID> readers(String kind, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> UUID.nameUUIDFromBytes((kind + number).getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    /** The site in {@code site.yaml}. */
    record Masthead(String name, String url, String language, String timeZone, List<ReactionKind> reactions) {
        SiteDraft draft() {
            return new SiteDraft(name, url, language, timeZone, reactions);
        }
    }

    /** A section in {@code sections.yaml}. */
    record Division(String slug, String name, Reference parent, String description) {
        SectionDraft draft() {
            return new SectionDraft(slug, name, description, parent);
        }
    }

    /** A tag in {@code tags.yaml}. */
    record Label(String slug, String name, String description) {
        TagDraft draft(TagType type) {
            return new TagDraft(slug, type, name, description);
        }
    }

    /** An author in {@code authors.yaml}. */
    record Byline(String slug, String name, String title, String bio) {
        AuthorDraft draft() {
            return new AuthorDraft(slug, name, title, bio, null);
        }
    }
}
