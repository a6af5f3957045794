package press.broadsheet.listing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import press.broadsheet.article.ArticleContent;

/** What a page shows already. Lists that pick through one of these show no story twice over all of them. Not thread-safe. */
public final class Seen {
    private final Set<UUID> seen = new HashSet<>();

    /** Leaves these articles out, and what is of the same story where the id is a story's. */
    public Seen add(Collection<UUID> ids) {
        seen.addAll(ids);
        return this;
    }

    public Seen add(ArticleContent article) {
        return add(List.of(article.id(), article.storyId()));
    }

    /** The first of some candidates whose stories are not seen yet; they are from now on. */
    @SafeVarargs
    public final List<Candidate> pick(int limit, List<Candidate>... candidates) {
        List<Candidate> picked = new ArrayList<>();
        for (List<Candidate> source : candidates) {
            fill(picked, limit, source);
        }
        return picked;
    }

    /** Picks further ones, behind those that were picked before, until there are as many as the limit says. */
    public void fill(List<Candidate> picked, int limit, List<Candidate> candidates) {
        for (Candidate candidate : candidates) {
            if (picked.size() >= limit) {
                return;
            }
            if (isNew(candidate)) {
                add(List.of(candidate.article(), candidate.story()));
                picked.add(candidate);
            }
        }
    }

    private boolean isNew(Candidate candidate) {
        return !seen.contains(candidate.article()) && !seen.contains(candidate.story());
    }
}
