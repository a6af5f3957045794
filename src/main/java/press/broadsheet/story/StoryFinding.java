package press.broadsheet.story;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import press.broadsheet.article.Article;
import press.broadsheet.likeness.Likeness;
import press.broadsheet.likeness.Resemblance;
import press.broadsheet.likeness.ResemblanceRepository;
import press.broadsheet.likeness.Wording;

/** Finds the stories of articles as they are saved: each that of the article which it is most like, if it is like one at all. */
@ApplicationScoped
public class StoryFinding {
    private final StoryConfig config;
    private final Likeness likeness;
    private final ResemblanceRepository resemblances;
    private final StoryRepository stories;

    StoryFinding(StoryConfig config, Likeness likeness, ResemblanceRepository resemblances, StoryRepository stories) {
        this.config = config;
        this.likeness = likeness;
        this.resemblances = resemblances;
        this.stories = stories;
    }

    /**
     * Takes an article's likeness and puts it into the story that it belongs to by now; for every save of an article that readers
     * see or will see, in the same transaction. What an editor decided about its story stays.
     */
    public void settle(Article article) {
        settle(List.of(Wording.of(article)));
    }

    /** The same for many articles, as if they were saved one after the other: none is put into the story of a later one. */
    public void settle(List<Wording> articles) {
        likeness.take(articles);
        stories.unmix(ids(articles));
        Set<UUID> decided = stories.decided(ids(articles));
        List<Wording> open = articles.stream()
                .filter(article -> !decided.contains(article.article()))
                .toList();
        if (!open.isEmpty()) {
            join(open, resemblances.near(open, config.window()));
        }
    }

    private void join(List<Wording> articles, Map<UUID, List<Resemblance>> near) {
        Set<UUID> later = new HashSet<>(ids(articles));
        Map<UUID, UUID> moved = new HashMap<>();
        Set<UUID> alone = new HashSet<>();
        for (Wording article : articles) {
            later.remove(article.article());
            Optional<Resemblance> most = most(near.getOrDefault(article.article(), List.of()), later);
            if (most.isEmpty()) {
                alone.add(article.article());
            } else {
                Resemblance alike = most.get();
                UUID story = moved.getOrDefault(alike.article(), alike.story());
                stories.join(
                        article.article(),
                        story,
                        alike,
                        Reason.of(alike, config).orElseThrow());
                moved.put(article.article(), story);
            }
        }
        stories.leaveUnlinked(alone);
    }

    private Optional<Resemblance> most(List<Resemblance> near, Set<UUID> later) {
        return near.stream()
                .filter(alike -> !later.contains(alike.article()))
                .filter(alike -> Reason.of(alike, config).isPresent())
                .max(Comparator.comparingDouble(Resemblance::text)
                        .thenComparingDouble(Resemblance::words)
                        .thenComparing(Resemblance::article));
    }

    private static Set<UUID> ids(List<Wording> articles) {
        return articles.stream().map(Wording::article).collect(Collectors.toSet());
    }
}
