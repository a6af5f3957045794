package press.broadsheet.collection;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;

import press.broadsheet.article.ArticleRepository;
import press.broadsheet.content.Reference;
import press.broadsheet.naming.Names;
import press.broadsheet.naming.References;
import press.broadsheet.naming.Register;
import press.broadsheet.problem.ProblemException;
import press.broadsheet.problem.ProblemType;
import press.broadsheet.problem.Violations;
import press.broadsheet.writing.IfMatch;

/** The only place where collections change. */
@ApplicationScoped
public class CollectionEditing {
    private final CollectionRepository collections;
    private final ArticleRepository articles;
    private final Register register;
    private final Names names;
    private final Clock clock;

    CollectionEditing(
            CollectionRepository collections, ArticleRepository articles, Register register, Names names, Clock clock) {
        this.collections = collections;
        this.articles = articles;
        this.register = register;
        this.names = names;
        this.clock = clock;
    }

    /**
     * Puts an article at the end of the featured collection, unless it stands there.
     *
     * @throws ProblemException 409 if the collection is full
     */
    public void feature(UUID article) {
        append(collections.locked(new Reference(Collection.FEATURED)).orElseThrow(), article);
    }

    Collection create(CollectionDraft draft) {
        String slug = names.choose(collections, draft.slug(), draft.name());
        return register.add(collections, Collection.of(draft, slug, clock.instant()));
    }

    /**
     * Makes of a collection what a draft says; its articles stay.
     *
     * @param change from the draft of what it is to that of what it shall be
     */
    Collection revise(Reference reference, IfMatch expected, UnaryOperator<CollectionDraft> change) {
        Collection collection = register.open(collections, reference, expected);
        CollectionDraft draft = change.apply(CollectionDraft.of(collection));
        String slug = names.rename(collections, collection, draft.slug());
        if (collection.isFeatured() && !slug.equals(Collection.FEATURED)) {
            throw conflict("Every site has the collection 'featured', under this slug.");
        }
        collection.revise(draft, slug, clock.instant());
        return register.changed(collections, collection);
    }

    void delete(Reference reference, IfMatch expected) {
        Collection collection = register.open(collections, reference, expected);
        if (collection.isFeatured()) {
            throw conflict("Every site has the collection 'featured'; empty it instead.");
        }
        register.remove(collections, collection);
    }

    /** Makes a list of articles all that stands in a collection, in this order. */
    Collection fill(Reference reference, IfMatch expected, List<Reference> items) {
        Collection collection = register.open(collections, reference, expected);
        Violations violations = new Violations();
        List<UUID> order = References.all("/items", "article", items, articles.idsOf(items), Map.of(), violations);
        violations.verify(ProblemType.INVALID_CONTENT);
        return arrange(collection, order);
    }

    /** Puts an article at the end of a collection, unless it stands there. */
    Collection add(Reference reference, IfMatch expected, Reference article) {
        return append(register.open(collections, reference, expected), existing(article));
    }

    Collection remove(Reference reference, IfMatch expected, Reference article) {
        Collection collection = register.open(collections, reference, expected);
        List<UUID> order = new ArrayList<>(collections.itemsOf(collection));
        if (!order.remove(existing(article))) {
            throw ProblemException.noSuch("article in this collection", article);
        }
        return arrange(collection, order);
    }

    private Collection append(Collection collection, UUID article) {
        List<UUID> order = new ArrayList<>(collections.itemsOf(collection));
        if (order.contains(article)) {
            return collection;
        }
        if (order.size() >= Collection.MOST_ARTICLES) {
            throw conflict("The collection '%s' holds %d articles, which is the most: take one out first."
                    .formatted(collection.slug(), order.size()));
        }
        order.add(article);
        return arrange(collection, order);
    }

    private Collection arrange(Collection collection, List<UUID> order) {
        collections.replaceItems(collection, order);
        collection.rearranged(clock.instant());
        return register.changed(collections, collection);
    }

    private UUID existing(Reference article) {
        UUID id = articles.idsOf(List.of(article)).get(article.key());
        if (id == null) {
            throw ProblemException.noSuch("article", article);
        }
        return id;
    }

    private static ProblemException conflict(String detail) {
        return ProblemException.of(ProblemType.CONFLICT, detail);
    }
}
