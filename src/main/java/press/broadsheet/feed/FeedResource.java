package press.broadsheet.feed;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import press.broadsheet.author.Author;
import press.broadsheet.author.AuthorRepository;
import press.broadsheet.content.Reference;
import press.broadsheet.listing.ArticleFilter;
import press.broadsheet.listing.ArticleListing;
import press.broadsheet.listing.ArticleQuery;
import press.broadsheet.listing.Candidate;
import press.broadsheet.naming.Named;
import press.broadsheet.naming.Names;
import press.broadsheet.query.Arguments;
import press.broadsheet.query.Terms;
import press.broadsheet.section.Section;
import press.broadsheet.section.SectionRepository;
import press.broadsheet.syndication.FeedFormat;
import press.broadsheet.tag.TagRepository;

@Path("/feeds")
@PermitAll
@Produces({FeedFormat.RSS_TYPE, FeedFormat.ATOM_TYPE, FeedFormat.JSON_TYPE})
@APIResponse(
        responseCode = "200",
        description = "RSS 2.0, Atom or JSON Feed 1.1, as the address ends",
        content = {
            @Content(mediaType = FeedFormat.RSS_TYPE, schema = @Schema(type = SchemaType.STRING)),
            @Content(mediaType = FeedFormat.ATOM_TYPE, schema = @Schema(type = SchemaType.STRING)),
            @Content(mediaType = FeedFormat.JSON_TYPE, schema = @Schema(type = SchemaType.OBJECT))
        })
@Tag(name = "Feeds")
class FeedResource {
    private final FeedMaking feeds;
    private final ArticleListing listing;
    private final SectionRepository sections;
    private final TagRepository tags;
    private final AuthorRepository authors;
    private final Names names;

    FeedResource(
            FeedMaking feeds,
            ArticleListing listing,
            SectionRepository sections,
            TagRepository tags,
            AuthorRepository authors,
            Names names) {
        this.feeds = feeds;
        this.listing = listing;
        this.sections = sections;
        this.tags = tags;
        this.authors = authors;
        this.names = names;
    }

    @GET
    @Path("latest.{format}")
    @Operation(operationId = "getLatestFeed", summary = "The newest articles as a feed, narrowed as their list can be")
    public Feed latest(FeedFormat format, @BeanParam ArticleQuery query, @BeanParam FeedQuery feed) {
        Arguments arguments = new Arguments();
        FeedQuery.Choice choice = feed.read(format, arguments);
        ArticleFilter filter = ArticleFilter.read(query, arguments);
        arguments.verify();
        return feed(Topic.latest(feeds.site()), filter, choice);
    }

    @GET
    @Path("sections/{ref}.{format}")
    @Operation(
            operationId = "getSectionFeed",
            summary = "The newest articles of a section and those below it, as a feed")
    public Feed ofSection(Reference ref, FeedFormat format, @BeanParam FeedQuery feed) {
        FeedQuery.Choice choice = feed.read(format);
        Section section = sections.referredToBy(ref).orElseThrow(() -> names.missing(sections, ref));
        return feed(
                Topic.of(section, feeds.site()),
                ArticleFilter.NONE.with(only(section), Terms.NONE, Terms.NONE),
                choice);
    }

    @GET
    @Path("tags/{ref}.{format}")
    @Operation(operationId = "getTagFeed", summary = "The newest articles with a tag, as a feed")
    public Feed ofTag(Reference ref, FeedFormat format, @BeanParam FeedQuery feed) {
        FeedQuery.Choice choice = feed.read(format);
        var tag = tags.referredToBy(ref).orElseThrow(() -> names.missing(tags, ref));
        return feed(Topic.of(tag, feeds.site()), ArticleFilter.NONE.with(Terms.NONE, only(tag), Terms.NONE), choice);
    }

    @GET
    @Path("authors/{ref}.{format}")
    @Operation(operationId = "getAuthorFeed", summary = "The newest articles of an author, as a feed")
    public Feed ofAuthor(Reference ref, FeedFormat format, @BeanParam FeedQuery feed) {
        FeedQuery.Choice choice = feed.read(format);
        Author author = authors.referredToBy(ref).orElseThrow(() -> names.missing(authors, ref));
        return feed(
                Topic.of(author, feeds.site()), ArticleFilter.NONE.with(Terms.NONE, Terms.NONE, only(author)), choice);
    }

    private static Terms only(Named thing) {
        return Terms.of(thing.id().toString());
    }

    private Feed feed(Topic topic, ArticleFilter filter, FeedQuery.Choice choice) {
        List<UUID> newest = listing.newest(filter, choice.limit()).stream()
                .map(Candidate::article)
                .toList();
        return feeds.of(topic, newest, choice);
    }
}
