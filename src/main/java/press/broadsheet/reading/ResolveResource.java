package press.broadsheet.reading;

import java.util.Optional;
import java.util.function.Function;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import press.broadsheet.article.ArticleRepository;
import press.broadsheet.article.PublishedArticleRepository;
import press.broadsheet.content.Reference;
import press.broadsheet.naming.Named;
import press.broadsheet.naming.NamedRepository;
import press.broadsheet.naming.Names;
import press.broadsheet.query.Arguments;
import press.broadsheet.reading.Resolution.Kind;
import press.broadsheet.section.Section;
import press.broadsheet.section.SectionRepository;
import press.broadsheet.tag.TagRepository;

@Path("/v1/resolve")
@PermitAll
@Tag(name = "Site")
class ResolveResource {
    private static final int LONGEST_PATH = 1000;
    private static final String TAGS = "/tags/";

    private final PublishedArticleRepository published;
    private final ArticleRepository articles;
    private final SectionRepository sections;
    private final TagRepository tags;
    private final Names names;

    ResolveResource(
            PublishedArticleRepository published,
            ArticleRepository articles,
            SectionRepository sections,
            TagRepository tags,
            Names names) {
        this.published = published;
        this.articles = articles;
        this.sections = sections;
        this.tags = tags;
        this.names = names;
    }

    @GET
    @Operation(
            operationId = "resolvePath",
            summary = "What stands at a path of the site: an article, a section, a tag; moved, gone, or nothing")
    public Resolution resolve(
            @RestQuery @Parameter(description = "A path of the site", required = true, example = "/news/city")
                    String path) {
        Arguments arguments = new Arguments();
        Optional<String> given = arguments.text("path", path, LONGEST_PATH);
        if (path == null || !path.startsWith("/")) {
            arguments.refuse("path", "malformed", "must be a path of the site that begins with a slash");
        }
        arguments.verify();
        String asked = given.orElseThrow();
        return tag(asked)
                .or(() -> section(asked))
                .or(() -> articleOrLeft(asked))
                .orElseGet(() -> new Resolution(asked, Kind.NOTHING, null, null, null));
    }

    /** An article that stands there goes before a section that left, and this before an article that is only called so. */
    private Optional<Resolution> articleOrLeft(String path) {
        Optional<Resolution> article = article(path);
        return article.filter(found -> found.kind() == Kind.ARTICLE)
                .or(() -> former(path, sections, path, Section::path))
                .or(() -> article);
    }

    private Optional<Resolution> tag(String path) {
        if (!path.startsWith(TAGS)) {
            return Optional.empty();
        }
        Reference reference = new Reference(path.substring(TAGS.length()));
        return tags.referredToBy(reference)
                .map(tag -> new Resolution(path, Kind.TAG, tag.id(), tag.slug(), TAGS + tag.slug()))
                .or(() -> former(path, tags, reference.key(), tag -> TAGS + tag.slug()));
    }

    private Optional<Resolution> section(String path) {
        return sections.at(path)
                .map(section -> new Resolution(path, Kind.SECTION, section.id(), section.slug(), section.path()));
    }

    /** What had a name before. */
    private <T extends Named> Optional<Resolution> former(
            String path, NamedRepository<T> things, String name, Function<T, String> pathOf) {
        return names.leadsTo(things.kind(), name).map(id -> things.withId(id)
                .map(thing -> new Resolution(path, Kind.MOVED, thing.id(), thing.slug(), pathOf.apply(thing)))
                .orElseGet(() -> Resolution.gone(path)));
    }

    /** By the last part of the path alone: sections move, and articles with them. */
    private Optional<Resolution> article(String path) {
        Reference slug = new Reference(path.substring(path.lastIndexOf('/') + 1));
        if (slug.slug().isEmpty()) {
            return Optional.empty();
        }
        return published
                .publishedAs(slug, false)
                .map(article -> {
                    String now = article.section().path() + "/" + article.slug();
                    return new Resolution(
                            path, now.equals(path) ? Kind.ARTICLE : Kind.MOVED, article.id(), article.slug(), now);
                })
                .or(() -> articles.whereaboutsOf(slug).flatMap(found -> elsewhere(path, found)));
    }

    private Optional<Resolution> elsewhere(String path, ArticleRepository.Whereabouts found) {
        if (!found.visible()) {
            return Optional.of(Resolution.gone(path));
        }
        return published
                .publishedAs(new Reference(found.slug()), false)
                .map(article -> new Resolution(
                        path,
                        Kind.MOVED,
                        article.id(),
                        article.slug(),
                        article.section().path() + "/" + article.slug()));
    }
}
