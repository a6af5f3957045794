package press.broadsheet.search;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import press.broadsheet.article.ArticleCard;
import press.broadsheet.listing.ArticleFilter;
import press.broadsheet.listing.ArticleQuery;
import press.broadsheet.listing.Cards;
import press.broadsheet.lookup.NameRepository;
import press.broadsheet.page.Page;
import press.broadsheet.page.PageRequest;
import press.broadsheet.query.Arguments;
import press.broadsheet.query.Fields;
import press.broadsheet.question.Question;

@Path("/v1/search")
@PermitAll
@Tag(name = "Search")
class SearchResource {
    private static final Fields FIELDS = Fields.of(SearchHit.class);
    private static final int NAMES = 5;

    private final Searching searching;
    private final Cards cards;
    private final Highlighting highlighting;
    private final FacetCounting counting;
    private final NameRepository names;

    SearchResource(
            Searching searching, Cards cards, Highlighting highlighting, FacetCounting counting, NameRepository names) {
        this.searching = searching;
        this.cards = cards;
        this.highlighting = highlighting;
        this.counting = counting;
        this.names = names;
    }

    @GET
    @Operation(
            operationId = "searchArticles",
            summary =
                    "Articles that have what is asked for, the best first, and behind them those that have some of the words")
    public SearchResults search(
            @BeanParam ArticleQuery query,
            @BeanParam SearchQuery options,
            @RestQuery @Parameter(description = Fields.DESCRIPTION) String fields) {
        Arguments arguments = new Arguments();
        ArticleFilter asked = ArticleFilter.read(query, arguments);
        Question question = SearchQuery.question(arguments, query.q(), asked.words());
        PageRequest request = options.page(arguments, asked.toString());
        boolean highlighted = options.isHighlighted(arguments);
        Set<String> facets = options.facets(arguments);
        FIELDS.read(arguments, fields);
        arguments.verify();

        Searching.Found found = searching.search(question, asked.withoutWords(), request);
        Page<Match> page = Page.of(request, found.rows(), match -> Ranking.place(match, found.newest()));
        NameRepository.Found named = names.named(question.words(), NAMES);
        return new SearchResults(
                hits(page.items(), highlighted ? highlighting.of(page.items(), found.plan()) : Map.of()),
                page.page(),
                SearchResults.Matches.of(found.exact()),
                named.tags(),
                named.authors(),
                found.suggestion(),
                counting.of(found.counted(), facets));
    }

    private List<SearchHit> hits(List<Match> matches, Map<UUID, Highlight> highlights) {
        Map<UUID, ArticleCard> dealt =
                cards.of(matches.stream().map(Match::article).toList());
        return matches.stream()
                .filter(match -> dealt.containsKey(match.article()))
                .map(match -> SearchHit.of(match, dealt.get(match.article()), highlights.get(match.article())))
                .toList();
    }
}
