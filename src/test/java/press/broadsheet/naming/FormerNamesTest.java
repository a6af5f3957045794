package press.broadsheet.naming;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import press.broadsheet.testing.Newsroom;

/** What becomes of the names that tags, sections, authors and collections had. */
@QuarkusTest
class FormerNamesTest {
    private final Newsroom newsroom;

    FormerNamesTest(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @BeforeEach
    void clear() {
        newsroom.clear();
    }

    @ParameterizedTest
    @EnumSource
    void what_is_deleted_is_gone_and_its_slug_given_to_no_other(Thing thing) {
        String id = thing.made("Rail");

        thing.reading("rail").delete().statusCode(204);

        Newsroom.get(thing.shown("rail")).statusCode(410);
        Newsroom.get(thing.shown(id)).statusCode(410);
        asEditor().get(thing.managed("rail")).then().statusCode(404);
        assertThat(thing.creating(thing.draft("name", "Rail", "slug", "rail"))).isEqualTo(409);
        thing.made("Rail");
        Newsroom.get(thing.shown("rail-2")).statusCode(200);
    }

    @ParameterizedTest
    @EnumSource
    void every_slug_that_one_had_leads_to_it_and_to_no_other(Thing thing) {
        String id = thing.made("Rail");
        rename(thing, "rail", "trains");
        rename(thing, "trains", "railways");

        for (String former : List.of("rail", "trains")) {
            moved(thing.shown(former) + "?pretty", thing.shown("railways") + "?pretty");
            assertThat(thing.creating(thing.draft("name", "Other", "slug", former)))
                    .isEqualTo(409);
        }
        Newsroom.get(thing.shown(id)).statusCode(200).body("slug", equalTo("railways"));
        thing.made("Trams");
        thing.reading("trams").patch(Map.of("slug", "rail")).statusCode(409);
        thing.reading("trams").patch(Map.of("slug", "railways")).statusCode(409);

        rename(thing, "railways", "rail");
        Newsroom.get(thing.shown("rail")).statusCode(200);
        moved(thing.shown("railways"), thing.shown("rail"));
        thing.reading("rail").delete().statusCode(204);
        Newsroom.get(thing.shown("trains")).statusCode(410);
    }

    @ParameterizedTest
    @EnumSource
    void readers_see_a_change_at_once_whatever_they_have_already(Thing thing) {
        thing.made("Rail");
        String tag = Newsroom.get(thing.shown("rail")).extract().header("ETag");
        String list = thing.list();
        String listTag = Newsroom.get(list).extract().header("ETag");

        thing.reading("rail").patch(Map.of("name", "Trains")).statusCode(200);

        having(tag).get(thing.shown("rail")).then().statusCode(200).body("name", equalTo("Trains"));
        listTag = having(listTag).get(list).then().statusCode(200).extract().header("ETag");
        rename(thing, "rail", "trains");
        having(tag).get(thing.shown("rail")).then().statusCode(301);
        listTag = having(listTag).get(list).then().statusCode(200).extract().header("ETag");
        thing.reading("trains").delete().statusCode(204);
        having(tag).get(thing.shown("trains")).then().statusCode(410);
        having(listTag).get(list).then().statusCode(200);
    }

    private static void rename(Thing thing, String from, String to) {
        thing.reading(from).patch(Map.of("slug", to)).statusCode(200).body("slug", equalTo(to));
    }

    private static void moved(String from, String to) {
        given().redirects().follow(false).get(from).then().statusCode(301).header("Location", equalTo(to));
    }

    private static RequestSpecification having(String tag) {
        return given().redirects().follow(false).header("If-None-Match", tag).when();
    }

    private static RequestSpecification asEditor() {
        return given().auth().oauth2(Newsroom.KEY).when();
    }
}
