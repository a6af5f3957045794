package press.broadsheet.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.broadsheet.testing.Newsroom;

/** How near-duplicates find each other as they are saved. */
@QuarkusTest
class StoryFindingTest {
    static final String AGENCY = """
            A storm that meteorologists had expected further north closed the harbour of Aldeburgh on Monday evening and cut \
            the power of eleven thousand households along the coast. Nobody was hurt, the fire service said.

            The ferry to the islands turned back an hour after it had left, with two hundred passengers on board. Most of \
            them spent the night in the school at the quay, where volunteers served soup until three in the morning.

            Waves of six metres broke over the unfinished part of the sea wall. The council will meet on Wednesday to decide \
            whether the work, which has been waiting for money since the spring, can go on before the winter.

            Insurers put the damage at eight million. Fishermen, who lost four boats, said that the warning had come too late.""";

    private final Newsroom newsroom;
    private final Instant now = Instant.now();

    StoryFindingTest(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @BeforeEach
    void clear() {
        newsroom.clear();
        newsroom.section("News");
        publish("Storm closes Aldeburgh harbour", AGENCY, now.minus(Duration.ofHours(3)));
    }

    @Test
    void the_same_text_under_another_title_is_the_same_story() {
        publish("Ferry turns back, eleven thousand without power", AGENCY, now);

        assertThat(stories()).hasSize(1);
    }

    @Test
    void a_shortened_text_is_the_same_story() {
        publish("Harbour closed", AGENCY.substring(0, AGENCY.indexOf("Waves")), now);

        assertThat(stories()).hasSize(1);
    }

    @Test
    void an_updated_text_is_the_same_story() {
        publish(
                "Storm damage put at nine million",
                AGENCY.replace("eight million", "nine million")
                        .replace("Nobody was hurt", "Two people were slightly hurt")
                        .replace("eleven thousand", "fourteen thousand")
                        .replace("meet on Wednesday", "meet on Tuesday already"),
                now);

        assertThat(stories()).hasSize(1);
    }

    @Test
    void another_report_on_the_same_matter_is_another_story() {
        publish("What the council says of the sea wall", """
                The sea wall at Aldeburgh has been waiting for money since the spring, and the storm of Monday has not changed \
                the arithmetic. The council, which meets on Wednesday, would have to find sixty million in a budget that has \
                eleven to spare, its treasurer says. Whether the harbour can wait another winter is a question that nobody in \
                the town hall answers in public. In private the engineers speak of two years at the most before the older part \
                goes as well, and of the villages behind it that would have to be given up then.""", now);

        assertThat(stories()).hasSize(2);
    }

    @Test
    void languages_never_mix() {
        newsroom.anArticle("Storm closes Aldeburgh harbour")
                .in("news")
                .with("lang", "nl")
                .with("body", Map.of("markdown", AGENCY))
                .publishedAt(now);

        assertThat(stories()).hasSize(2);
    }

    @Test
    void a_country_is_no_language_of_its_own() {
        newsroom.anArticle("Storm closes Aldeburgh harbor")
                .in("news")
                .with("lang", "en-US")
                .with("body", Map.of("markdown", AGENCY))
                .publishedAt(now);

        assertThat(stories()).hasSize(1);
    }

    @Test
    void what_stood_there_four_days_ago_is_another_story() {
        publish("A week of storms", AGENCY, now.minus(Duration.ofDays(4)));

        assertThat(stories()).hasSize(2);
    }

    @Test
    void notices_of_a_few_words_are_one_story_only_under_a_like_title() {
        publish("Water levels on Monday", "The levels of all rivers are normal.", now);
        publish("Water levels on Monday", "The levels of all rivers are normal.", now);
        publish("Quiet night at the weirs", "The levels of all rivers are normal.", now);

        assertThat(stories()).hasSize(3);
    }

    @Test
    void figures_in_one_form_are_many_stories() {
        for (String company : List.of("Halden Mills", "Brightwater Steel", "Ostrava Foods")) {
            publish(
                    company + " quarter",
                    """
                    %1$s said on Monday that its net profit for the third quarter rose to %2$d million from %3$d million a year \
                    before, while revenue in the period was %4$d million after %5$d million. The board of %1$s will propose an \
                    unchanged dividend to the shareholders, who meet in April. Shares of %1$s closed at %6$d, up %7$d per cent.
                    """.formatted(
                                    company,
                                    company.length(),
                                    company.hashCode() % 90,
                                    company.hashCode() % 700,
                                    company.hashCode() % 600,
                                    company.hashCode() % 50,
                                    company.hashCode() % 7),
                    now);
        }

        assertThat(stories()).hasSize(4);
    }

    @Test
    void the_story_has_the_id_of_its_first_article_and_versions_stay() {
        publish("Storm closes harbour", AGENCY, now);

        assertThat(newsroom.rows(
                        "select distinct a.story_id = f.id, a.version from article a, article f where f.slug = "
                                + "'storm-closes-aldeburgh-harbour'"))
                .containsExactly(List.of(true, 0));
    }

    @Test
    void drafts_have_no_story() {
        newsroom.anArticle("Draft")
                .in("news")
                .with("body", Map.of("markdown", AGENCY))
                .created();

        assertThat(stories()).hasSize(2);
    }

    private void publish(String title, String text, Instant at) {
        newsroom.anArticle(title)
                .in("news")
                .with("body", Map.of("markdown", text))
                .publishedAt(at);
    }

    private List<UUID> stories() {
        return newsroom.rows("select distinct story_id from article").stream()
                .map(row -> (UUID) row.get(0))
                .toList();
    }
}
