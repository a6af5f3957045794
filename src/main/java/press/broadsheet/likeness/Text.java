package press.broadsheet.likeness;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * An article's text, as far as it tells near-duplicates.
 *
 * @param title the words of its title; an agency's story gets another one in every paper
 */
public record Text(Set<String> title, Shingles shingles) {

    /** Without a body its summary stands for it, without that its title. */
    public static Text of(String title, String summary, String body) {
        String text = body == null || body.isBlank() ? summary : body;
        return new Text(
                new HashSet<>(Shingles.words(title)), Shingles.of(text == null || text.isBlank() ? title : text));
    }

    /** How alike the titles are: twice the shared words over all (the coefficient of Dice), 0 to 1. */
    double titleLikeness(Text other) {
        List<String> shared = title.stream().filter(other.title::contains).toList();
        int all = title.size() + other.title.size();
        return all == 0 ? 0 : 2.0 * shared.size() / all;
    }
}
