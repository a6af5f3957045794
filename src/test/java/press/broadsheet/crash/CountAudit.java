package press.broadsheet.crash;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import press.broadsheet.crash.Liker.Like;

/** Holds what readers did against what is counted. */
final class CountAudit {
    private static final Duration SHOWN_AFTER = Duration.ofSeconds(5);

    private final Application application;
    private final Editors readers;
    private final List<UUID> articles;

    private long counted;
    private int takenBefore;
    private int unansweredBefore;

    CountAudit(Application application, List<UUID> articles) {
        this.application = application;
        this.readers = new Editors(application);
        this.articles = articles;
    }

    /** Each like that stands is a row, there is no other, and soon all are shown. */
    void verifyLikes(List<Liker> likers) {
        Map<UUID, Long> expected =
                likers.stream().flatMap(liker -> liker.given().stream()).collect(groupingBy(Like::article, counting()));
        assertThat(counts("select article_id, count(*) from reaction group by 1"))
                .isEqualTo(expected);
        await().atMost(SHOWN_AFTER)
                .untilAsserted(() -> assertThat(shown("reactions")).isEqualTo(expected));
        await().atMost(SHOWN_AFTER).untilAsserted(() -> assertThat(counts("""
                        select article_id, reactions from reaction_total where reactions <> 0""")).isEqualTo(expected));
    }

    /**
     * Since the last time no more than were taken, or had no answer; no fewer than were taken but for some.
     *
     * @param mayBeLost how many are allowed to be missing
     */
    void verifyViews(Viewer viewer, long mayBeLost) {
        long taken = counted + viewer.taken() - takenBefore;
        assertThat(views()).isBetween(taken - mayBeLost, taken + viewer.unanswered() - unansweredBefore);
        assertThat(counts("select article_id, sum(views) from article_views group by 1"))
                .isEqualTo(counts("select article_id, views from article_view_total"))
                .isEqualTo(shown("views"));
    }

    /** What was lost until now is lost, and what comes after it is a matter of its own. */
    void goOn(Viewer viewer) {
        counted = views();
        takenBefore = viewer.taken();
        unansweredBefore = viewer.unanswered();
    }

    long views() {
        return counts("select article_id, views from article_view_total").values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** What readers get; articles with none left out. */
    private Map<UUID, Long> shown(String counter) {
        Map<UUID, Long> shown = new HashMap<>();
        try {
            for (UUID article : articles) {
                JsonNode counters = readers.read("/v1/articles/" + article + "/counters");
                JsonNode count = counter.equals("views")
                        ? counters.path("views")
                        : counters.path("reactions").path(0).path("count");
                if (count.asLong() > 0) {
                    shown.put(article, count.asLong());
                }
            }
            return shown;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private Map<UUID, Long> counts(String query) {
        try (Connection database = application.database();
                Statement sql = database.createStatement();
                ResultSet result = sql.executeQuery(query)) {
            Map<UUID, Long> counts = new HashMap<>();
            while (result.next()) {
                counts.put(result.getObject(1, UUID.class), result.getLong(2));
            }
            return counts;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (SQLException failed) {
            throw new IllegalStateException(query, failed);
        }
    }
}
