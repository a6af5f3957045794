package press.broadsheet.feed;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import press.broadsheet.article.PublishedArticleRepository;
import press.broadsheet.problem.Pretty;
import press.broadsheet.query.QueryString;
import press.broadsheet.rendering.XmlText;
import press.broadsheet.site.CurrentSite;
import press.broadsheet.site.Site;
import press.broadsheet.syndication.FeedHead;
import press.broadsheet.syndication.FeedItem;

/** Makes a feed of a topic and the articles that stand in its list: three statements however many they are. */
@ApplicationScoped
class FeedMaking {
    private final PublishedArticleRepository articles;
    private final CurrentSite site;
    private final String feeds;
    private final UriInfo request;

    FeedMaking(
            PublishedArticleRepository articles,
            CurrentSite site,
            @ConfigProperty(name = "broadsheet.url") String server,
            UriInfo request) {
        this.articles = articles;
        this.site = site;
        this.feeds = server + "/feeds/";
        this.request = request;
    }

    Site site() {
        return site.settings();
    }

    Feed of(Topic topic, List<UUID> ids, FeedQuery.Choice choice) {
        Site settings = site.settings();
        List<FeedItem> items = articles.inOrder(ids, choice.full()).stream()
                .map(article -> FeedItem.of(article, settings, choice.full()))
                .toList();
        return new Feed(choice.format(), head(topic, items, choice), items, topic.keys(), Instant.EPOCH);
    }

    private FeedHead head(Topic topic, List<FeedItem> items, FeedQuery.Choice choice) {
        Site settings = site.settings();
        String title = XmlText.legal(topic.title(settings));
        Map<String, List<String>> parameters = parameters();
        String self = feeds + topic.path() + "." + choice.format().extension() + QueryString.of(parameters);
        parameters.keySet().removeAll(List.of("limit", "content"));
        return new FeedHead(
                feeds + topic.id() + QueryString.of(parameters),
                title,
                topic.description() == null ? title : XmlText.legal(topic.description()),
                topic.page(),
                self,
                settings.language(),
                items.stream().map(FeedItem::updated).max(Instant::compareTo).orElse(Instant.EPOCH),
                XmlText.legal(settings.name()),
                settings.url());
    }

    /** What was asked for, in one order and without what goes without saying. */
    private Map<String, List<String>> parameters() {
        Map<String, List<String>> parameters = new TreeMap<>();
        request.getQueryParameters().forEach((name, values) -> {
            if (!name.equals(Pretty.PARAMETER) && !values.equals(FeedQuery.DEFAULTS.get(name))) {
                parameters.put(name, values.stream().sorted().toList());
            }
        });
        return parameters;
    }
}
