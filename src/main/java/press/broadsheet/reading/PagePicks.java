package press.broadsheet.reading;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import press.broadsheet.article.PublishedArticle;
import press.broadsheet.listing.ArticleListing;
import press.broadsheet.listing.Candidate;
import press.broadsheet.listing.Seen;

/** What the boxes of a page show: each picks what no box before it shows, so that no story stands twice. */
record PagePicks(
        List<Candidate> previous,
        List<Candidate> next,
        List<Candidate> related,
        List<Candidate> ranking,
        List<Candidate> recommendations) {

    /**
     * What the boxes can pick from, the best first.
     *
     * @param besideIt the newest that may stand beside the article
     * @param newest what fills those other boxes for which there is too little
     */
    record Choice(
            ArticleListing.Neighbours beside,
            List<Candidate> related,
            List<Candidate> ranking,
            List<Candidate> recommendations,
            List<Candidate> besideIt,
            List<Candidate> newest) {}

    static PagePicks of(PublishedArticle article, Choice choice, ArticlePageQuery.Sizes sizes) {
        Seen seen = new Seen().add(article);
        PagePicks picks = new PagePicks(
                seen.pick(1, choice.beside().previous()),
                seen.pick(1, choice.beside().next()),
                seen.pick(sizes.related(), choice.related()),
                seen.pick(sizes.ranking(), choice.ranking()),
                seen.pick(sizes.recommendations(), choice.recommendations()));
        // Last of all, so that what fills one box is not taken from where it belongs.
        seen.fill(picks.related(), sizes.related(), choice.besideIt());
        seen.fill(picks.ranking(), sizes.ranking(), choice.newest());
        seen.fill(picks.recommendations(), sizes.recommendations(), choice.newest());
        return picks;
    }

    /** What stands before and behind the article, whatever its story shows. */
    List<UUID> neighbours() {
        return Stream.concat(previous.stream(), next.stream())
                .map(Candidate::article)
                .toList();
    }

    /** What the boxes picked, to be dealt at once. */
    List<Candidate> inBoxes() {
        return Stream.of(related, ranking, recommendations)
                .flatMap(List::stream)
                .toList();
    }
}
