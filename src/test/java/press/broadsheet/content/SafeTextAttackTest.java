package press.broadsheet.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Nothing that runs gets through: the payloads of {@code xss.json}, each alone, and random heaps of pieces of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SafeTextAttackTest {
    private Map<String, List<String>> payloads;

    @BeforeAll
    void read_payloads() throws IOException {
        try (InputStream file = SafeTextAttackTest.class.getResourceAsStream("xss.json")) {
            payloads = new ObjectMapper().readValue(file, new TypeReference<>() {});
        }
    }

    @Test
    void the_judge_finds_what_it_must_find() {
        assertThat(Offences.in("<p onclick=x>y<script>z</script><a href='java\tscript:q'>r</a><svg><b class=s>"))
                .contains("<p onclick>", "<script>", "href=java\tscript:q", "<svg>", "<b class>");
        assertThat(Offences.in("<noscript><p title=\"</noscript><img src=x onerror=y>\">"))
                .contains("<img onerror>");
        assertThat(Offences.in("<img src='mailto:x'>\u0001")).hasSize(2);
        assertThat(Offences.in("<p>fine <a href=\"/x\">link</a></p>")).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> no_payload_gets_through() {
        return payloads.entrySet().stream().flatMap(group -> group.getValue().stream()
                .map(payload -> DynamicTest.dynamicTest(group.getKey() + ": " + payload, () -> {
                    assertHarmless(SafeText.ofHtml(payload));
                    assertHarmless(SafeText.ofMarkdown(payload));
                })));
    }

    @TestFactory
    Stream<DynamicTest> no_payload_gets_through_inside_something_else() {
        return Stream.of(
                        "<p>%s</p>",
                        "<table><tr>%s</table>",
                        "<ul><li>%s",
                        "<a href=\"/x\">%s</a>",
                        "<svg>%s</svg>",
                        "<math><mtext>%s",
                        "<noscript>%s</noscript>",
                        "<template>%s</template>",
                        "<select><option>%s",
                        "<title>%s</title>",
                        "<textarea>%s</textarea>",
                        "<style>%s</style>",
                        "<!-- %s -->",
                        "<img alt=\"%s\" src=/x>",
                        "<img alt='%s' src=/x>",
                        "<a href=%s>x</a>")
                .map(around -> DynamicTest.dynamicTest(around, () -> payloads.values().stream()
                        .flatMap(List::stream)
                        .forEach(payload -> assertHarmless(SafeText.ofHtml(around.replace("%s", payload))))));
    }

    @Test
    void no_heap_of_pieces_gets_through() {
        List<String> pieces = payloads.values().stream()
                .flatMap(List::stream)
                .flatMap(payload -> Stream.of(payload.split("(?=[<>\"'&])")))
                .distinct()
                .toList();
        // Always the same heaps, so that a failure can be seen again.
        Random random = new Random(20261123);
        for (int heap = 0; heap < 2_000; heap++) {
            StringBuilder text = new StringBuilder();
            random.ints(1 + random.nextInt(40), 0, pieces.size()).forEach(piece -> text.append(pieces.get(piece)));
            assertHarmless(SafeText.ofHtml(text.toString()));
        }
    }

    private static void assertHarmless(SafeText text) {
        assertThat(Offences.in(text.html()))
                .as("of %s from %s", text.html(), text.raw())
                .isEmpty();
        assertThat(text.text()).as("from %s", text.raw()).doesNotContainPattern("[\\x00-\\x08\\p{Cs}\\uFFFE\\uFFFF]");
        SafeText again = SafeText.ofHtml(text.html());
        assertThat(again.html()).as("from %s", text.raw()).isEqualTo(text.html());
        assertThat(again.text()).as("from %s", text.raw()).isEqualTo(text.text());
    }
}
