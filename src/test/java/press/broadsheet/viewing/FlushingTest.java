package press.broadsheet.viewing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.broadsheet.content.Ids;
import press.broadsheet.testing.Newsroom;
import press.broadsheet.viewing.ViewBatch.Bucket;

/** Batches of views count once, however often they are sent and whoever sends others at the same time. */
@QuarkusTest
class FlushingTest {
    private static final Instant HOUR = Instant.parse("2026-11-01T08:00:00Z");
    private static final int ARTICLES = 20;

    private final Newsroom newsroom;
    private final ViewRecording recording;
    private final List<UUID> articles = new ArrayList<>();

    FlushingTest(Newsroom newsroom, ViewRecording recording) {
        this.newsroom = newsroom;
        this.recording = recording;
    }

    @BeforeEach
    void load() {
        newsroom.clear();
        newsroom.section("News");
        for (int number = 0; number < ARTICLES; number++) {
            String slug = newsroom.anArticle("Story " + number).in("news").published();
            articles.add(UUID.fromString(Newsroom.read("/v1/articles/" + slug).getString("id")));
        }
    }

    @Test
    void a_batch_that_is_sent_again_counts_once() {
        UUID node = Ids.next();

        assertThat(add(node, batch(1, 5))).isPresent();
        assertThat(add(node, batch(1, 5))).isEmpty();
        assertThat(add(node, batch(2, 7))).isPresent();
        assertThat(add(Ids.next(), batch(1, 100))).isPresent();

        assertThat(stored()).isEqualTo(112L);
    }

    @Test
    void a_batch_that_was_rolled_back_counts_when_it_is_sent_again() {
        UUID node = Ids.next();

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    recording.add(node, batch(1, 5));
                    throw new IllegalStateException("the process is cut off before the commit");
                }))
                .isInstanceOf(RuntimeException.class);
        add(node, batch(1, 5));

        assertThat(stored()).isEqualTo(5L);
    }

    @Test
    void nodes_that_write_at_once_and_send_everything_twice_lose_and_double_nothing() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(6);
        try {
            List<Future<Long>> sent = new ArrayList<>();
            for (int node = 0; node < 6; node++) {
                Random random = new Random(node);
                sent.add(nodes.submit(() -> flushes(Ids.next(), random)));
            }
            long expected = 0;
            for (Future<Long> one : sent) {
                expected += one.get();
            }

            assertThat(stored()).isEqualTo(expected);
        } finally {
            nodes.shutdownNow();
        }
    }

    /** How many views were sent. */
    private long flushes(UUID node, Random random) {
        long sent = 0;
        for (int number = 1; number <= 20; number++) {
            Map<Bucket, Integer> views = new HashMap<>();
            for (int article = 0; article < 10; article++) {
                views.put(
                        new Bucket(
                                articles.get(random.nextInt(ARTICLES)),
                                null,
                                HOUR.plusSeconds(3600L * random.nextInt(3))),
                        1 + random.nextInt(9));
            }
            ViewBatch batch = new ViewBatch(number, views);
            add(node, batch);
            if (random.nextBoolean()) {
                add(node, batch);
            }
            sent += views.values().stream().mapToLong(Integer::longValue).sum();
        }
        return sent;
    }

    @Test
    void setting_an_hour_while_others_add_to_it_leaves_the_totals_right() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> writers = new ArrayList<>();
            for (int node = 0; node < 3; node++) {
                Random random = new Random(node);
                writers.add(nodes.submit(() -> flushes(Ids.next(), random)));
            }
            for (int time = 0; time < 20; time++) {
                newsroom.views("story-3", HOUR, 1 + time);
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        } finally {
            nodes.shutdownNow();
        }
        assertThat(newsroom.rows("""
                        select article_id from article_view_total
                        where views <> (select sum(v.views) from article_views v where v.article_id = article_view_total.article_id)""")).isEmpty();
    }

    private Optional<Map<String, UUID>> add(UUID node, ViewBatch batch) {
        return QuarkusTransaction.requiringNew().call(() -> recording.add(node, batch));
    }

    private ViewBatch batch(long number, int views) {
        return new ViewBatch(number, Map.of(new Bucket(articles.get(0), null, HOUR), views));
    }

    private Object stored() {
        Object hours =
                newsroom.rows("select sum(views) from article_views").get(0).get(0);
        assertThat(newsroom.rows("select cast(sum(views) as bigint) from article_view_total"))
                .isEqualTo(List.of(List.of(hours)));
        return hours;
    }
}
