package press.broadsheet.search;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import press.broadsheet.page.PageRequest;
import press.broadsheet.page.Position;
import press.broadsheet.page.Sorting;

/**
 * All that a search found, the best first, one of each story, and how it is cut into pages. A cursor says what the newest article
 * was on the first page: as if it still were, the others are ranked, so nothing moves because something is published meanwhile.
 *
 * @param complete whether all that match are in it, and not only the newest
 */
record Ranking(List<Match> matches, boolean complete) {
    static final Sorting SORTING = new Sorting("id", "-relevance", List.of(Sorting.Key.text("relevance", "relevance")));

    /** Where a page begins: behind an article that had this score when the newest one was of an instant. */
    private record Place(Instant newest, Match match) {
        static Place of(Position position) {
            String[] parts = ((String) position.value()).split(" ", -1);
            return new Place(
                    Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS),
                    new Match(position.id(), null, Double.parseDouble(parts[2]), Boolean.parseBoolean(parts[1])));
        }
    }

    /** One of each story: the best. */
    static Ranking of(List<Match> matches, boolean complete) {
        Set<UUID> stories = new HashSet<>();
        return new Ranking(
                matches.stream().filter(match -> stories.add(match.story())).toList(), complete);
    }

    /** The same with others behind it. */
    Ranking and(List<Match> others) {
        List<Match> all = new ArrayList<>(matches);
        all.addAll(others);
        return of(all, complete);
    }

    /** Up to which instant of publication a page ranks articles; null for the first page. */
    static Instant newest(PageRequest request) {
        return request.position() == null ? null : Place.of(request.position()).newest();
    }

    /** Whether a page may reach beyond these matches, if they are all that have everything that was asked for. */
    boolean endsWithin(PageRequest request) {
        Position position = request.position();
        if (position == null) {
            return matches.size() <= request.limit();
        }
        return !Place.of(position).match().exact()
                || (!position.direction().backward() && rows(request).size() <= request.limit());
    }

    /** The matches of a page in the order in which it is read, one more than it has where there is one. */
    List<Match> rows(PageRequest request) {
        Position position = request.position();
        int most = request.rows();
        if (position == null) {
            return matches.stream().limit(most).toList();
        }
        int[] around = around(position);
        if (position.direction().backward()) {
            List<Match> before = new ArrayList<>(matches.subList(Math.max(0, around[0] - most), around[0]));
            Collections.reverse(before);
            return before;
        }
        return matches.subList(around[1], Math.min(matches.size(), around[1] + most));
    }

    /** How many matches lie before the place, and up to it. Its article may have changed or gone since: then its score tells. */
    private int[] around(Position position) {
        Match place = Place.of(position).match();
        int index = IntStream.range(0, matches.size())
                .filter(n -> matches.get(n).article().equals(place.article()))
                .findFirst()
                .orElse(-1);
        if (index < 0) {
            int before = (int) matches.stream()
                    .takeWhile(match -> Match.ORDER.compare(match, place) < 0)
                    .count();
            return new int[] {before, before};
        }
        boolean inclusive = position.direction().inclusive();
        boolean backward = position.direction().backward();
        return new int[] {inclusive && backward ? index + 1 : index, inclusive && !backward ? index : index + 1};
    }

    /** The place of a match in a list whose newest article was published at an instant. */
    static Position place(Match match, Instant newest) {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, newest);
        return Position.at(micros + " " + match.exact() + " " + match.score(), match.article());
    }
}
