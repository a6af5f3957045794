package press.broadsheet.article;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import press.broadsheet.content.Reference;

/** Answers questions about the articles that readers may see. */
@ApplicationScoped
public class PublishedArticleRepository implements PanacheRepositoryBase<PublishedArticle, UUID> {

    /** The article of an id or a slug, its body with it if that is wanted: one statement, tags and authors come on demand. */
    public Optional<PublishedArticle> publishedAs(Reference reference, boolean withBody) {
        String body = withBody ? " join fetch a.body" : "";
        if (reference.id().isPresent()) {
            return find(
                            "from PublishedArticle a join fetch a.section" + body + " where a.id = ?1",
                            reference.id().get())
                    .firstResultOptional();
        }
        return reference.slug().flatMap(slug -> find(
                        "from PublishedArticle a join fetch a.section" + body + " where a.slug = ?1", slug)
                .firstResultOptional());
    }

    /** The id behind an id or a slug, if readers may see the article. */
    public Optional<UUID> idOf(Reference reference) {
        return find(
                        "select a.id from PublishedArticle a where a.id = ?1 or a.slug = ?2",
                        reference.id().orElse(null),
                        reference.slug().orElse(null))
                .project(UUID.class)
                .firstResultOptional();
    }

    /** Those of some articles that readers may see, in the order of the ids; tags and authors come in a batch on demand. */
    public List<PublishedArticle> inOrder(Collection<UUID> ids, boolean withBody) {
        if (ids.isEmpty()) {
            return List.of();
        }
        String body = withBody ? " join fetch a.body" : "";
        Map<UUID, PublishedArticle> found =
                find("from PublishedArticle a join fetch a.section" + body + " where a.id in ?1", ids).stream()
                        .collect(Collectors.toMap(PublishedArticle::id, Function.identity()));
        return ids.stream().filter(found::containsKey).map(found::get).toList();
    }

    /** Those of some ids that readers may see, in their order. */
    List<UUID> visible(List<UUID> ids) {
        Set<UUID> visible = new HashSet<>(find("select a.id from PublishedArticle a where a.id in ?1", ids)
                .project(UUID.class)
                .list());
        return ids.stream().filter(visible::contains).toList();
    }
}
