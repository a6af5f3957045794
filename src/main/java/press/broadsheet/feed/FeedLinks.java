package press.broadsheet.feed;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import press.broadsheet.query.QueryString;
import press.broadsheet.syndication.FeedFormat;

/**
 * Says of every list that is a feed too where that is, in a {@code Link} header (RFC 8288). A list of articles that is ordered in
 * another way, or goes on somewhere in the middle, is none.
 */
class FeedLinks {
    /** Beside {@code page}'s links. */
    private static final int PRIORITY = Priorities.USER + 100;

    private static final Pattern THING =
            Pattern.compile("/v1/((?:sections|tags|authors|collections|rankings)/[a-z0-9-]+)");
    private static final String ARTICLES = "/v1/articles";
    private static final String SEARCH = "/v1/search";

    /** What narrows a list and its feed alike. */
    private static final Set<String> OF_ARTICLES = Set.of(
            "section",
            "tag",
            "author",
            "lang",
            "type",
            "ids",
            "publishedAfter",
            "publishedBefore",
            "updatedAfter",
            "q");

    private static final Set<String> OF_RANKINGS = Set.of("section", "tag", "author", "lang", "window");

    @ServerResponseFilter(priority = PRIORITY)
    public void link(ContainerResponseContext response, UriInfo uri) {
        if (response.getStatus() != 200) {
            return;
        }
        String path = uri.getRequestUri().getRawPath();
        Matcher thing = THING.matcher(path);
        if (path.equals(ARTICLES) && isNewestFirst(uri.getQueryParameters())) {
            add(response, "latest", parameters(uri, OF_ARTICLES));
        } else if (path.equals(SEARCH) && !uri.getQueryParameters().containsKey("cursor")) {
            add(response, "search", parameters(uri, OF_ARTICLES));
        } else if (thing.matches()) {
            boolean ranking = path.startsWith("/v1/rankings/");
            add(response, thing.group(1), parameters(uri, ranking ? OF_RANKINGS : Set.of()));
        }
    }

    private static boolean isNewestFirst(Map<String, List<String>> parameters) {
        return !parameters.containsKey("cursor")
                && List.of("-publishedAt").containsAll(parameters.getOrDefault("sort", List.of()));
    }

    private static Map<String, List<String>> parameters(UriInfo uri, Set<String> taken) {
        Map<String, List<String>> parameters = new TreeMap<>(uri.getQueryParameters());
        parameters.keySet().retainAll(taken);
        return parameters;
    }

    private static void add(ContainerResponseContext response, String list, Map<String, List<String>> parameters) {
        String query = QueryString.of(parameters);
        response.getHeaders()
                .add(
                        HttpHeaders.LINK,
                        Arrays.stream(FeedFormat.values())
                                .map(format -> "</feeds/%s.%s%s>; rel=\"alternate\"; type=\"%s\""
                                        .formatted(list, format.extension(), query, format.mediaType()))
                                .collect(Collectors.joining(", ")));
    }
}
