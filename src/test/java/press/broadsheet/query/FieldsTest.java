package press.broadsheet.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import press.broadsheet.problem.ProblemException;

class FieldsTest {
    private static final Fields FIELDS = Fields.of(Story.class);

    record Slug(@JsonValue String value) {}

    record Image(String url, Optional<Credit> credit) {}

    record Credit(String name, Agency agency) {}

    record Agency(String country) {}

    record Tag(Slug slug, List<Tag> children) {}

    record Story(
            String id,
            Slug slug,
            Image image,
            List<Tag> tags,
            Map<String, Long> counts,
            @JsonIgnore Set<String> keys) {}

    private final Arguments arguments = new Arguments();

    @Test
    void the_list_is_what_the_record_declares_three_names_deep() {
        FIELDS.read(arguments, "keys");

        assertThat(fault())
                .startsWith("must be one of id, slug, image, image.url, image.credit, image.credit.name,"
                        + " image.credit.agency, tags, tags.slug, tags.children, tags.children.slug,"
                        + " tags.children.children, counts");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ID", "password", "image.", ".image", "image.url.x", "id,,slug", "", "*", "tags[0]", "slug.value"
            })
    void anything_else_is_refused(String fields) {
        FIELDS.read(arguments, fields);

        assertThat(fault()).startsWith("must be one of id, slug");
    }

    @Test
    void the_nearest_field_is_told() {
        FIELDS.read(arguments, "image.ulr");

        assertThat(fault()).endsWith("; did you mean 'image.url'?");
    }

    @Test
    void everything_is_wanted_if_nothing_is_named() {
        Fields fields = FIELDS.read(arguments, null);

        assertThat(List.of("id", "image", "image.url", "tags.slug", "counts")).allMatch(fields::wants);
        arguments.verify();
    }

    @Test
    void a_named_field_is_wanted_with_all_in_it_and_all_around_it() {
        Fields fields = FIELDS.read(arguments, "id,image.credit");

        assertThat(List.of("id", "image", "image.credit", "image.credit.name")).allMatch(fields::wants);
        assertThat(List.of("slug", "image.url", "tags", "tags.slug")).noneMatch(fields::wants);
        arguments.verify();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '`',
            value = {
                "id {'id':'1'}",
                "tags.slug,id {'id':'1','tags':[{'slug':'a'},{'slug':'b'}]}",
                "image {'image':{'url':'u','credit':{'name':'n'}}}",
                "image.credit.name {'image':{'credit':{'name':'n'}}}",
                "image,image.url {'image':{'url':'u','credit':{'name':'n'}}}",
                "counts {'counts':{'views':3}}",
                "none {}"
            })
    void what_is_not_named_is_left_out(String fields, String expected) throws Exception {
        ObjectMapper json = new ObjectMapper();
        ObjectNode story = (ObjectNode) json.readTree("""
                {"id": "1", "image": {"url": "u", "credit": {"name": "n"}}, "counts": {"views": 3},
                 "tags": [{"slug": "a", "children": []}, {"slug": "b", "children": [{"slug": "c"}]}]}
                """);

        Fields.prune(story, fields);

        assertThat(story).isEqualTo(json.readTree(expected.replace('\'', '"')));
    }

    private String fault() {
        return catchThrowableOfType(ProblemException.class, arguments::verify)
                .errors()
                .get(0)
                .detail();
    }
}
