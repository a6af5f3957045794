package press.broadsheet.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import press.broadsheet.listing.Archive.Story;
import press.broadsheet.testing.Newsroom;

/** What a list can be narrowed to, and what it says of each article. */
@QuarkusTest
@TestInstance(Lifecycle.PER_CLASS)
class ListFilterTest {
    private final Newsroom newsroom;
    private final Archive archive = new Archive();

    ListFilterTest(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @BeforeEach
    void load() {
        if (archive.stories().isEmpty()) {
            archive.load(newsroom);
        }
    }

    static Stream<Arguments> filters() {
        return Stream.of(
                filter("section=news", story -> !"culture".equals(story.section())),
                filter("section=city", story -> Set.of("city", "docks").contains(story.section())),
                filter("section=docks,culture", story -> Set.of("docks", "culture")
                        .contains(story.section())),
                filter("section=news&section=city", story -> Set.of("city", "docks")
                        .contains(story.section())),
                filter("section=news&section=-docks", story -> Set.of("news", "city")
                        .contains(story.section())),
                filter("section=-city", story -> Set.of("news", "culture").contains(story.section())),
                filter("tag=rail", story -> story.tags().contains("rail")),
                filter("tag=rail,harbour", story -> hasAny(story.tags(), "rail", "harbour")),
                filter("tag=rail&tag=harbour", story -> story.tags().containsAll(List.of("rail", "harbour"))),
                filter(
                        "tag=rail,weather&tag=harbour",
                        story -> hasAny(story.tags(), "rail", "weather") && hasAny(story.tags(), "harbour")),
                filter("tag=-rail", story -> !hasAny(story.tags(), "rail")),
                filter("tag=-rail,-harbour", story -> !hasAny(story.tags(), "rail", "harbour")),
                filter(
                        "tag=harbour&tag=-rail",
                        story -> hasAny(story.tags(), "harbour") && !hasAny(story.tags(), "rail")),
                filter("tag=rail,no-such-tag", story -> hasAny(story.tags(), "rail")),
                filter("tag=-no-such-tag", story -> true),
                filter("author=ada", story -> hasAny(story.authors(), "ada")),
                filter("author=ada,bo", story -> hasAny(story.authors(), "ada", "bo")),
                filter("author=ada&author=bo", story -> story.authors().containsAll(List.of("ada", "bo"))),
                filter("author=-ada", story -> !hasAny(story.authors(), "ada")),
                filter("lang=en", story -> Set.of("en", "en-GB").contains(story.lang())),
                filter("lang=EN-gb", story -> "en-GB".equals(story.lang())),
                filter("lang=de", story -> "de".equals(story.lang())),
                filter("type=review", story -> "review".equals(story.type())),
                filter("publishedAfter=2025-01-05T15:00:00Z", story -> !isBefore(story, 5)),
                filter("publishedBefore=2025-01-05T16:00:00%2B01:00", story -> isBefore(story, 5)),
                filter(
                        "publishedAfter=2025-01-05T12:00:00Z&publishedBefore=2025-01-05T15:00:00Z",
                        story -> !isBefore(story, 2) && isBefore(story, 5)),
                filter("updatedAfter=2025-02-10T10:00:00Z", story -> !story.updatedAt()
                        .isBefore(Archive.BEGIN.plusSeconds(36L * 86_400))),
                filter("q=ferry", story -> story.summary().contains("ferry")),
                filter("q=FERRY%20sails", story -> story.summary().contains("ferry")),
                filter("q=nothing%20-note", story -> false),
                filter("q=k", story -> story.title().startsWith("k")),
                filter(
                        "section=news&tag=rail&author=bo&lang=en&q=ferry",
                        story -> !"culture".equals(story.section())
                                && hasAny(story.tags(), "rail")
                                && hasAny(story.authors(), "bo")
                                && story.lang().matches("en(-GB)?")
                                && story.summary().contains("ferry")));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void a_list_holds_what_its_filter_says(String query, Predicate<Story> filter) {
        assertThat(slugs("/v1/articles?limit=100&" + query)).isEqualTo(archive.slugs("-publishedAt", filter));
    }

    @Test
    void a_list_holds_the_articles_of_some_ids() {
        List<Story> some = archive.stories().subList(3, 6);
        String ids = String.join(",", some.stream().map(Story::id).toList());

        assertThat(slugs("/v1/articles?ids=" + ids + "," + UUID.randomUUID()))
                .isEqualTo(archive.slugs("-publishedAt", some::contains));
    }

    @ParameterizedTest
    @CsvSource({"tags, rail, tag", "sections, city, section", "authors, ada, author"})
    void an_id_narrows_a_list_as_a_slug_does(String list, String slug, String parameter) {
        String id = Newsroom.read("/v1/" + list + "/" + slug).getString("id");

        assertThat(slugs("/v1/articles?%s=%s".formatted(parameter, id.toUpperCase(Locale.ROOT))))
                .isNotEmpty()
                .isEqualTo(slugs("/v1/articles?%s=%s".formatted(parameter, slug)));
    }

    @ParameterizedTest
    @CsvSource({
        "tag=no-such-tag",
        "section=no-such-section",
        "author=nobody",
        "lang=fr",
        "type=poem",
        "q=zeppelin",
        "tag=rail&tag=no-such-tag"
    })
    void a_list_of_nothing_is_empty(String query) {
        JsonPath list = Newsroom.read("/v1/articles?" + query);

        assertThat(list.getList("items")).isEmpty();
        assertThat(list.getString("page.next")).isNull();
        assertThat(list.getString("page.prev")).isNull();
    }

    @Test
    void a_list_gives_only_the_fields_that_it_is_asked_for() {
        JsonPath list = Newsroom.read("/v1/articles?limit=1&fields=slug,section.name,tags.slug,summary");
        Story newest = newest();

        assertThat(list.getList("items"))
                .containsExactly(Map.of(
                        "slug", newest.slug(),
                        "summary", newest.summary(),
                        "section", Map.of("name", sectionName(newest)),
                        "tags",
                                newest.tags().stream()
                                        .map(tag -> Map.of("slug", tag))
                                        .toList()));
        assertThat(list.getMap("")).containsOnlyKeys("items", "page");
    }

    @Test
    void a_list_brings_along_what_its_articles_name_each_once() {
        JsonPath list = Newsroom.read("/v1/articles?include=authors,tags,bodies&lang=en-GB");
        List<Story> stories = archive.slugs("-publishedAt", story -> "en-GB".equals(story.lang())).stream()
                .map(this::story)
                .toList();

        assertThat(list.getMap("included")).containsOnlyKeys("authors", "tags", "bodies");
        assertThat(list.getList("included.authors.slug"))
                .isEqualTo(stories.stream()
                        .flatMap(story -> story.authors().stream())
                        .distinct()
                        .toList());
        assertThat(list.getList("included.tags.slug"))
                .isEqualTo(stories.stream()
                        .flatMap(story -> story.tags().stream())
                        .distinct()
                        .toList());
        assertThat(list.getMap("included.tags[0]"))
                .isEqualTo(Newsroom.read("/v1/tags/" + list.getString("included.tags[0].slug"))
                        .getMap(""));
        assertThat(list.getList("included.bodies.article"))
                .isEqualTo(stories.stream().map(Story::id).toList());
        assertThat(list.getString("included.bodies[0].body.text"))
                .isEqualTo("The text of " + stories.get(0).title() + ".");
    }

    @Test
    void a_list_brings_nothing_along_unasked() {
        assertThat(Newsroom.read("/v1/articles?limit=1").getMap("")).containsOnlyKeys("items", "page");
        assertThat(Newsroom.read("/v1/articles?limit=1&include=tags").getMap("included"))
                .containsOnlyKeys("tags");
    }

    private Story newest() {
        return story(archive.slugs("-publishedAt", story -> true).get(0));
    }

    private Story story(String slug) {
        return archive.stories().stream()
                .filter(story -> story.slug().equals(slug))
                .findFirst()
                .orElseThrow();
    }

    private static String sectionName(Story story) {
        return story.section().substring(0, 1).toUpperCase(Locale.ROOT)
                + story.section().substring(1);
    }

    private static Arguments filter(String query, Predicate<Story> filter) {
        return arguments(query, filter);
    }

    private static boolean hasAny(List<String> names, String... wanted) {
        return Stream.of(wanted).anyMatch(names::contains);
    }

    private static boolean isBefore(Story story, int hours) {
        return story.publishedAt().isBefore(Archive.BEGIN.plusSeconds(hours * 3600L));
    }

    private static List<String> slugs(String path) {
        return Newsroom.read(path).getList("items.slug", String.class);
    }
}
