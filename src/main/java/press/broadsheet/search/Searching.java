package press.broadsheet.search;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import press.broadsheet.listing.ArticleFilter;
import press.broadsheet.page.PageRequest;
import press.broadsheet.page.PageRequest.Count;
import press.broadsheet.query.Arguments;
import press.broadsheet.question.Plan;
import press.broadsheet.question.Planning;
import press.broadsheet.question.Question;
import press.broadsheet.question.Suggesting;

/** Looks for all that is asked for, then, where that does not fill the page, for some of it, then for what may have been meant. */
@ApplicationScoped
public class Searching {
    private final Planning planning;
    private final SearchRepository articles;
    private final Suggesting suggesting;

    Searching(Planning planning, SearchRepository articles, Suggesting suggesting) {
        this.planning = planning;
        this.articles = articles;
        this.suggesting = suggesting;
    }

    /**
     * What was found.
     *
     * @param exact what has all that was asked for
     * @param all the same and, if the page reaches beyond it, what has some of it
     * @param suggestion what may have been meant, null if something was found
     */
    record Found(Plan plan, PageRequest request, Ranking exact, Ranking all, String suggestion) {
        Instant newest() {
            return plan.newest();
        }

        List<Match> rows() {
            return all.rows(request);
        }

        /** Those whose facets are counted: whichever page is read, the same. */
        List<Match> counted() {
            return exact.matches().isEmpty() ? all.matches() : exact.matches();
        }
    }

    Found search(Question question, ArticleFilter filter, PageRequest request) {
        Plan present = planning.plan(question, filter.lang());
        Instant begun = Ranking.newest(request);
        Plan plan = begun == null ? present : present.upTo(begun);
        Ranking exact = articles.all(plan, filter);
        Ranking all = exact.complete() && question.canBeRelaxed() && exact.endsWithin(request)
                ? exact.and(articles.any(plan, filter, exact))
                : exact;
        boolean nothing = all.matches().isEmpty() && begun == null;
        return new Found(
                plan,
                request,
                exact,
                all,
                nothing ? suggesting.insteadOf(question, plan).orElse(null) : null);
    }

    /**
     * The best of what a question finds within a filter, whose words it takes the place of; for who shows no pages.
     *
     * @param asked the words as they came, null if none did; faults are left with the arguments
     */
    public List<UUID> best(String asked, ArticleFilter filter, int limit, Arguments arguments) {
        Question question = SearchQuery.question(arguments, asked, filter.words());
        arguments.verify();
        PageRequest first = new PageRequest(limit, Ranking.SORTING.standardSort(), null, Count.NONE, null);
        return search(question, filter.withoutWords(), first).rows().stream()
                .limit(limit)
                .map(Match::article)
                .toList();
    }
}
