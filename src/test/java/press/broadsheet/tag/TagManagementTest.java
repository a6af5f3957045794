package press.broadsheet.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import press.broadsheet.testing.Newsroom;

@QuarkusTest
class TagManagementTest {
    private static final String TAGS = "/v1/manage/tags";

    private final Newsroom newsroom;

    TagManagementTest(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @BeforeEach
    void clear() {
        newsroom.clear();
    }

    @ParameterizedTest
    @EnumSource(TagType.class)
    void a_tag_of_every_type_can_be_made_and_found(TagType type) {
        Response answer = Newsroom.post(TAGS, Map.of("type", type.code(), "name", "Helena Marsh", "description", "D"))
                .statusCode(201)
                .extract()
                .response();

        assertThat(answer.header("Location")).isEqualTo(TAGS + "/" + answer.path("id"));
        assertThat(answer.header("ETag")).isEqualTo("\"0\"");
        assertThat(Newsroom.read("/v1/tags?type=" + type.code()).getList("items.slug"))
                .containsExactly("helena-marsh");
    }

    @Test
    void a_tag_of_no_type_or_of_an_unknown_one_is_refused() {
        assertThat(refused(Map.of("name", "Typeless"), 422)).isEqualTo("/type required");
        assertThat(refused(Map.of("name", "Odd", "type", "planet"), 422)).startsWith("/type ");
    }

    @Test
    void a_slug_that_is_taken_is_refused_and_a_name_may_come_twice() {
        newsroom.tag("topic", "Rail");
        newsroom.tag("work", "Rail");

        assertThat(Newsroom.read("/v1/tags").getList("items.slug")).containsExactlyInAnyOrder("rail", "rail-2");
        assertThat(refused(Map.of("name", "Trains", "type", "topic", "slug", "rail"), 409))
                .isEqualTo("/slug taken");
    }

    private static String refused(Map<String, String> draft, int status) {
        Response answer =
                Newsroom.post(TAGS, draft).statusCode(status).extract().response();
        return answer.path("errors[0].pointer") + " " + answer.path("errors[0].code");
    }
}
