package press.broadsheet.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import org.postgresql.PGConnection;
import press.broadsheet.article.Article;
import press.broadsheet.article.ArticleState;
import press.broadsheet.article.Source;
import press.broadsheet.content.SafeText;
import press.broadsheet.likeness.Text;
import press.broadsheet.media.Image;
import press.broadsheet.transfer.Line.OfArticle.Likeness;

/**
 * Writes new articles by PostgreSQL's {@code COPY}, a statement for each table whatever their number. Constraints and triggers
 * hold as for any other statement.
 */
@ApplicationScoped
class ArticleRows {
    private static final String ARTICLES = """
            copy article (id, slug, type, title, summary, lang, section_id, story_id, canonical_url,
                image_url, image_width, image_height, image_alt, image_credit, source_name, source_url,
                state, published_at, unpublish_at, version, created_at, updated_at,
                origin, external_id, taken_down, announced) from stdin""";

    private static final String BODIES =
            "copy article_body (article_id, raw, format, policy, html, text, words) from stdin";

    private static final String REVISIONS =
            "copy article_revision (article_id, version, actor, action, content) from stdin";

    private static final String TERMS =
            "copy article_terms (article_id, lang, published_at, unpublish_at, corpus, terms, weights) from stdin";

    private final Session session;

    ArticleRows(Session session) {
        this.session = session;
    }

    /**
     * An article to be added.
     *
     * @param keys what its being there touches
     * @param visible whether readers see it
     * @param text by which its near-duplicates are found
     * @param likeness as it was taken elsewhere; null if it is to be taken
     * @param revision the draft that brings it back, as JSON; null if its revisions are imported themselves
     */
    record NewArticle(
            UUID id,
            Article.Content content,
            UUID story,
            ArticleState state,
            Instant publishedAt,
            Instant unpublishAt,
            int version,
            Instant createdAt,
            Instant updatedAt,
            boolean takenDown,
            String origin,
            String externalId,
            List<String> formerSlugs,
            Set<String> keys,
            boolean visible,
            boolean announced,
            Text text,
            Likeness likeness,
            String revision) {
        /** Its story is known, and so is all that has happened to it; otherwise it is new in this very moment. */
        boolean isRecalled() {
            return revision == null;
        }
    }

    /** Adds articles with their texts, tags, authors, former slugs and first revisions. */
    void add(List<NewArticle> articles, String actor) {
        Rows rows = new Rows();
        Rows bodies = new Rows();
        Rows tags = new Rows();
        Rows authors = new Rows();
        Rows slugs = new Rows();
        Rows revisions = new Rows();
        Rows terms = new Rows();
        Rows fingerprints = new Rows();
        for (NewArticle article : articles) {
            add(article, rows);
            SafeText body = article.content().body();
            bodies.row(article.id(), body.raw(), body.format(), body.policy(), body.html(), body.text(), body.words());
            int position = 0;
            for (var tag : article.content().tags()) {
                tags.row(article.id(), position++, tag.id());
            }
            position = 0;
            for (var author : article.content().authors()) {
                authors.row(article.id(), position++, author.id());
            }
            article.formerSlugs().forEach(slug -> slugs.row(slug, article.id()));
            if (article.revision() != null) {
                revisions.row(article.id(), article.version(), actor, "create", article.revision());
            }
            if (article.likeness() != null) {
                add(article, article.likeness(), terms);
                fingerprints.row(article.id(), array(article.likeness().fingerprint()));
            }
        }
        session.doWork(connection -> {
            rows.copy(ARTICLES, connection);
            tags.copy("copy article_tag (article_id, position, tag_id) from stdin", connection);
            authors.copy("copy article_author (article_id, position, author_id) from stdin", connection);
            slugs.copy("copy article_former_slug (slug, article_id) from stdin", connection);
            // Behind tags and authors: with the body an article is all there, and its words are indexed.
            bodies.copy(BODIES, connection);
            revisions.copy(REVISIONS, connection);
            terms.copy(TERMS, connection);
            fingerprints.copy("copy article_fingerprint (article_id, hashes) from stdin", connection);
        });
    }

    private static void add(NewArticle article, Rows rows) {
        Article.Content content = article.content();
        Image image = content.image() == null ? new Image(null, null, null, null, null) : content.image();
        Source source = content.source() == null ? new Source(null, null) : content.source();
        rows.row(
                article.id(),
                content.slug(),
                content.type(),
                content.title(),
                content.summary(),
                content.lang(),
                content.section().id(),
                article.story(),
                content.canonicalUrl(),
                image.url(),
                image.width(),
                image.height(),
                image.alt(),
                image.credit(),
                source.name(),
                source.url(),
                article.state().code(),
                article.publishedAt(),
                article.unpublishAt(),
                article.version(),
                article.createdAt(),
                article.updatedAt(),
                article.origin(),
                article.externalId(),
                article.takenDown(),
                article.announced());
    }

    private static void add(NewArticle article, Likeness likeness, Rows terms) {
        boolean published = article.state() == ArticleState.PUBLISHED;
        terms.row(
                article.id(),
                article.content().lang(),
                published ? article.publishedAt() : null,
                published ? article.unpublishAt() : null,
                likeness.corpus(),
                array(likeness.terms()),
                array(likeness.weights()));
    }

    private static String array(List<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    /** Rows in COPY's text format: a tab between values, {@code \N} for null. */
    private static final class Rows {
        private final StringBuilder text = new StringBuilder();

        void row(Object... values) {
            for (int index = 0; index < values.length; index++) {
                text.append(index == 0 ? "" : "\t");
                if (values[index] == null) {
                    text.append("\\N");
                } else {
                    escape(values[index].toString());
                }
            }
            text.append('\n');
        }

        private void escape(String value) {
            int from = 0;
            for (int index = 0; index < value.length(); index++) {
                char character = value.charAt(index);
                if (character == '\\' || character < ' ') {
                    text.append(value, from, index).append('\\').append(written(character));
                    from = index + 1;
                }
            }
            text.append(value, from, value.length());
        }

        /** Of the characters that mean something to COPY; any other may stand behind a backslash too, for itself. */
        private static char written(char character) {
            return switch (character) {
                case '\t' -> 't';
                case '\n' -> 'n';
                case '\r' -> 'r';
                default -> character;
            };
        }

        void copy(String statement, Connection connection) throws SQLException {
            if (text.length() == 0) {
                return;
            }
            try {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(
                                statement,
                                new ByteArrayInputStream(text.toString().getBytes(UTF_8)));
            } catch (IOException impossible) {
                throw new UncheckedIOException("what is sent stands in memory", impossible);
            }
        }
    }
}
