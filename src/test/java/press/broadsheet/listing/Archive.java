package press.broadsheet.listing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

import io.restassured.path.json.JsonPath;
import press.broadsheet.testing.Newsroom;

/**
 * Some articles, and a second answer to every question about them: the lists that the API gives are compared with what is
 * filtered and sorted here. Every instant and every title occurs several times, and hidden articles stand among the others.
 */
final class Archive {
    static final Instant BEGIN = Instant.parse("2025-01-05T10:00:00Z");

    private static final int SIZE = 36;
    private static final List<String> SECTIONS = List.of("news", "city", "docks", "culture");
    private static final List<String> LANGUAGES = List.of("en", "en-GB", "de", "enm");

    private final List<Story> stories = new ArrayList<>();

    /** What was published, as the test wrote it. */
    record Story(
            String id,
            String slug,
            String title,
            String summary,
            String type,
            String lang,
            String section,
            List<String> tags,
            List<String> authors,
            Instant publishedAt,
            Instant updatedAt) {

        private static Story number(int n) {
            List<String> tags = new ArrayList<>();
            addIf(n % 2 == 0, "rail", tags);
            addIf(n % 3 == 0, "harbour", tags);
            addIf(n % 5 == 0, "weather", tags);
            List<String> authors = new ArrayList<>();
            addIf(n % 4 == 1 || n % 4 == 3, "ada", authors);
            addIf(n % 4 == 2 || n % 4 == 3, "bo", authors);
            return new Story(
                    null,
                    "story-" + n,
                    "%s story".formatted("aBcDéFghÅjkℓ".charAt(n * 7 % 12)),
                    n % 6 == 0 ? "The ferry sails" : "Nothing of note",
                    n % 7 == 0 ? "review" : "article",
                    LANGUAGES.get(n / 2 % LANGUAGES.size()),
                    SECTIONS.get(n % SECTIONS.size()),
                    tags,
                    authors,
                    BEGIN.plus(Duration.ofHours(n * 5 % SIZE / 3)),
                    BEGIN.plus(Duration.ofDays(30 + n * 11 % SIZE / 2)));
        }

        private static void addIf(boolean condition, String name, List<String> names) {
            if (condition) {
                names.add(name);
            }
        }

        private Story withId(String given) {
            return new Story(given, slug, title, summary, type, lang, section, tags, authors, publishedAt, updatedAt);
        }
    }

    void load(Newsroom newsroom) {
        newsroom.clear();
        newsroom.section("News");
        newsroom.section("City", "news");
        newsroom.section("Docks", "city");
        newsroom.section("Culture");
        List.of("Rail", "Harbour", "Weather").forEach(name -> newsroom.tag("topic", name));
        List.of("Ada", "Bo").forEach(newsroom::author);
        for (int n = 0; n < SIZE; n++) {
            Story story = Story.number(n);
            JsonPath created = draft(newsroom, story)
                    .with("publishedAt", story.publishedAt().toString())
                    .with("status", "published")
                    .sent()
                    .statusCode(201)
                    .extract()
                    .jsonPath();
            newsroom.sql("update article set updated_at = '%s' where slug = '%s'"
                    .formatted(story.updatedAt(), story.slug()));
            stories.add(story.withId(created.getString("article.id")));
        }
        hide(newsroom);
    }

    private static void hide(Newsroom newsroom) {
        Story pattern = Story.number(30);
        draft(newsroom, pattern).with("slug", "a-draft").created();
        draft(newsroom, pattern)
                .with("slug", "to-come")
                .with("publishAt", Instant.now().plus(Duration.ofDays(1)).toString())
                .created();
        draft(newsroom, pattern).with("slug", "withdrawn").publishedAt(pattern.publishedAt());
        newsroom.withdraw("withdrawn");
    }

    private static Newsroom.Draft draft(Newsroom newsroom, Story story) {
        return newsroom.anArticle(story.title())
                .in(story.section())
                .tagged(story.tags().toArray(String[]::new))
                .by(story.authors().toArray(String[]::new))
                .with("slug", story.slug())
                .with("summary", story.summary())
                .with("type", story.type())
                .with("lang", story.lang());
    }

    List<Story> stories() {
        return stories;
    }

    /** What a list must be, in the order that {@code sort} names. */
    List<String> slugs(String sort, Predicate<Story> filter) {
        return stories.stream()
                .filter(filter)
                .sorted(order(sort))
                .map(Story::slug)
                .toList();
    }

    /** By code points, as the database orders text and as ids in hexadecimal stand. */
    private static Comparator<Story> order(String sort) {
        Comparator<Story> order =
                switch (sort.replace("-", "")) {
                    case "publishedAt" -> Comparator.comparing(Story::publishedAt);
                    case "updatedAt" -> Comparator.comparing(Story::updatedAt);
                    case "title" -> Comparator.comparing(Story::title);
                    default -> throw new IllegalArgumentException(sort);
                };
        Comparator<Story> total = order.thenComparing(Story::id);
        return sort.startsWith("-") ? total.reversed() : total;
    }
}
