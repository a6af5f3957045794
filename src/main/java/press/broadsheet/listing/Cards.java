package press.broadsheet.listing;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import press.broadsheet.article.ArticleCard;
import press.broadsheet.article.PublishedArticleRepository;
import press.broadsheet.site.CurrentSite;

/** Deals the cards of articles, all that an answer needs at once: three statements however many they are, four for stories. */
@ApplicationScoped
public class Cards {
    private final PublishedArticleRepository articles;
    private final Session session;
    private final CurrentSite site;

    Cards(PublishedArticleRepository articles, Session session, CurrentSite site) {
        this.session = session;
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

    /**
     * The cards of what was picked, each by the article that its story shows within a filter: the one that editors chose of it,
     * or else the newest. What editors chose for the list stands for itself.
     */
    public Map<UUID, ArticleCard> ofPicked(Collection<Candidate> picked, ArticleFilter filter) {
        return ofPicked(List.of(), picked, filter);
    }

    /** The same beside the cards of some articles as they are. */
    public Map<UUID, ArticleCard> ofPicked(
            Collection<UUID> exactly, Collection<Candidate> picked, ArticleFilter filter) {
        Map<UUID, UUID> shown = shown(picked, filter);
        picked.stream().filter(Candidate::isChosen).map(Candidate::article).forEach(id -> shown.put(id, id));
        exactly.forEach(id -> shown.put(id, id));
        Map<UUID, ArticleCard> cards = of(shown.values());
        Map<UUID, ArticleCard> dealt = new LinkedHashMap<>();
        shown.forEach((id, face) -> {
            if (cards.containsKey(face)) {
                dealt.put(id, cards.get(face));
            }
        });
        return dealt;
    }

    private Map<UUID, UUID> shown(Collection<Candidate> picked, ArticleFilter filter) {
        Map<UUID, UUID> shown = new LinkedHashMap<>();
        UUID[] found = picked.stream()
                .filter(candidate -> !candidate.isChosen())
                .map(Candidate::article)
                .toArray(UUID[]::new);
        if (found.length > 0) {
            ArticleConditions conditions = new ArticleConditions(filter);
            NativeQuery<Object[]> query = session.createNativeQuery("""
                            select distinct on (picked.id) picked.id, a.id as shown
                            from published_article picked
                            join published_article a on a.story_id = picked.story_id
                            left join story_lead lead on lead.article_id = a.id
                            where picked.id = any(:picked) and %s
                            order by picked.id, lead.article_id is null, a.published_at desc, a.id desc""".formatted(conditions.where()), Object[].class)
                    .setParameter("picked", found);
            conditions.bindings().forEach(query::setParameter);
            query.getResultList().forEach(row -> shown.put((UUID) row[0], (UUID) row[1]));
        }
        return shown;
    }
}
