package press.broadsheet.ranking;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import io.restassured.path.json.JsonPath;
import press.broadsheet.testing.MovableClock;
import press.broadsheet.testing.Newsroom;

/** A newsroom and its readers, made by chance; every view is sent as a browser sends it, when the clock says that it is time. */
final class Readership {
    private static final int ARTICLES = 24;
    /** Every eighth article repeats the title of the one before it, so that the two are one story. */
    private static final int REPEATS = 8;

    private static final int LONGEST_AGO_HOURS = 39 * 24;
    private static final int LATELY_HOURS = 30;
    private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0 ";
    private static final String ROBOT = "Mozilla/5.0 (compatible; Googlebot/2.1)";

    private final Newsroom newsroom;
    private final MovableClock clock;
    private final Random random;
    private final Instant now = Instant.now();
    private final List<Piece> pieces = new ArrayList<>();

    private record View(Piece piece, Instant at) {}

    Readership(Newsroom newsroom, MovableClock clock, long seed) {
        this.newsroom = newsroom;
        this.clock = clock;
        this.random = new Random(seed);
    }

    List<Piece> pieces() {
        return pieces;
    }

    Instant now() {
        return now;
    }

    Readership publish() {
        newsroom.clear();
        newsroom.section("News");
        newsroom.section("City", "news");
        newsroom.section("Sport");
        List.of("Rail", "Sea").forEach(tag -> newsroom.tag("topic", tag));
        List.of("Ada", "Bo").forEach(newsroom::author);
        for (int number = 0; number < ARTICLES; number++) {
            pieces.add(piece(number));
        }
        return this;
    }

    private Piece piece(int number) {
        String section = oneOf("news", "city", "sport");
        String tag = oneOf("rail", "sea");
        String author = oneOf("ada", "bo");
        boolean repeats = number % REPEATS == 1;
        String lang = repeats ? pieces.get(number - 1).lang() : oneOf("en", "en-GB", "de");
        Instant published = now.minus(Duration.ofMinutes(repeats ? number : 60L + random.nextInt(20) * 60L + number))
                .truncatedTo(ChronoUnit.MILLIS);
        JsonPath made = newsroom.anArticle("Piece " + (repeats ? number - 1 : number))
                .in(section)
                .tagged(tag)
                .by(author)
                .with("lang", lang)
                .with("status", "published")
                .with("publishedAt", published.toString())
                .sent()
                .statusCode(201)
                .extract()
                .jsonPath();
        String id = made.getString("article.id");
        String story = repeats ? pieces.get(number - 1).story() : id;
        return new Piece(id, story, section, tag, author, lang, published, new ArrayList<>(), new ArrayList<>());
    }

    /** Sends all views in the order of time, some of them twice, and some robots'; returns when they are written. */
    void view() {
        List<View> views = new ArrayList<>();
        for (Piece piece : pieces) {
            for (int burst = random.nextInt(6); burst > 0; burst--) {
                Instant at = ago();
                for (int view = 1 + random.nextInt(4); view > 0; view--) {
                    views.add(new View(piece, at));
                }
            }
        }
        views.sort(Comparator.comparing(View::at));
        views.forEach(view -> {
            clock.set(view.at());
            send(view.piece(), BROWSER + UUID.randomUUID());
            view.piece().views().add(view.at());
        });
        clock.set(Instant.now());
        await().until(
                        () -> newsroom.rows("select cast(sum(views) as integer) from article_view_total")
                                .get(0)
                                .get(0),
                        counted -> counted != null && (int) counted >= views.size());
    }

    private void send(Piece piece, String browser) {
        beacon(piece, browser);
        if (random.nextInt(4) == 0) {
            beacon(piece, browser);
        }
        if (random.nextInt(8) == 0) {
            beacon(piece, ROBOT);
        }
    }

    private static void beacon(Piece piece, String userAgent) {
        given().noContentType()
                .header("User-Agent", userAgent)
                .post("/v1/articles/" + piece.id() + "/views")
                .then()
                .statusCode(202);
    }

    /** Each a row, since no request may say when it was; returns when they are added up. */
    void react() {
        for (Piece piece : pieces) {
            for (int reader = random.nextInt(4); reader > 0; reader--) {
                Instant at = ago();
                piece.reactions().add(at);
                newsroom.sql(
                        "insert into reaction (article_id, kind, reader, at) values ('%s', 'like', decode('%08x', 'hex'), '%s')"
                                .formatted(piece.id(), reader, at));
            }
        }
        await().until(() -> newsroom.rows("select 1 from reaction_change").isEmpty());
    }

    /** Often lately, and in few different hours, so that there are ties. */
    private Instant ago() {
        int hours = random.nextInt(random.nextBoolean() ? LATELY_HOURS : LONGEST_AGO_HOURS);
        Instant hour = now.truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(hours));
        return hours == 0 ? now : hour.plusSeconds(random.nextInt(3600));
    }

    private String oneOf(String... words) {
        return words[random.nextInt(words.length)];
    }
}
