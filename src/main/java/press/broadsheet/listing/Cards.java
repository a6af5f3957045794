package press.broadsheet.listing;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import press.broadsheet.article.ArticleCard;
import press.broadsheet.article.PublishedArticleRepository;
import press.broadsheet.site.CurrentSite;

/** Deals the cards of articles, all that an answer needs at once: three statements however many they are. */
@ApplicationScoped
public class Cards {
    private final PublishedArticleRepository articles;
    private final CurrentSite site;

    Cards(PublishedArticleRepository articles, CurrentSite site) {
        this.articles = articles;
        this.site = site;
    }

    /** The cards of those articles that readers may see, by id, in the order of the ids. */
    public Map<UUID, ArticleCard> of(Collection<UUID> ids) {
        Map<UUID, ArticleCard> cards = new LinkedHashMap<>();
        articles.inOrder(ids, false)
                .forEach(article -> cards.put(article.id(), ArticleCard.of(article, site.settings())));
        return cards;
    }
}
