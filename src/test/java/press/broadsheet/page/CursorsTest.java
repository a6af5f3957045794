package press.broadsheet.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import press.broadsheet.database.Secrets;
import press.broadsheet.page.Position.Direction;
import press.broadsheet.problem.ProblemException;
import press.broadsheet.problem.Violation;
import press.broadsheet.query.Arguments;

@QuarkusTest
class CursorsTest {
    private static final Sort NEWEST = new Sort(Sorting.Key.instant("publishedAt", "a.publishedAt"), "a.id", true);
    private static final Sort OLDEST = new Sort(NEWEST.key(), "a.id", false);
    private static final String FILTER = "ArticleFilter[section=world]";
    private static final UUID ID = UUID.fromString("0191a2c4-7b7e-7c3a-9d52-3f6b0c1de9a8");
    private static final Position PLACE = Position.at(Instant.parse("2026-11-23T08:15:30.123456789Z"), ID);

    @Inject
    Cursors cursors;

    @Inject
    Secrets secrets;

    private final Arguments arguments = new Arguments();

    @ParameterizedTest
    @EnumSource(Direction.class)
    void a_cursor_leads_back_to_its_position(Direction direction) {
        Position position = new Position(PLACE.value(), ID, direction);

        assertThat(read(cursors.write(position, NEWEST, FILTER))).isEqualTo(position);
    }

    @Test
    void a_cursor_carries_numbers_and_text_too() {
        Sort byTitle = new Sort(Sorting.Key.text("title", "a.title"), "a.id", false);
        Sort byCount = new Sort(Sorting.Key.number("articles", "t.articles"), "t.id", true);
        Position title = Position.at("Über Züge, 東京 & \"more\" 🚆", ID);
        Position count = Position.at(-42L, ID);

        assertThat(cursors.read(cursors.write(title, byTitle, ""), byTitle, "", arguments))
                .isEqualTo(title);
        assertThat(cursors.read(cursors.write(count, byCount, ""), byCount, "", arguments))
                .isEqualTo(count);
    }

    @Test
    void the_longest_text_fits_and_a_longer_one_is_an_error_of_ours() {
        Sort byTitle = new Sort(Sorting.Key.text("title", "a.title"), "a.id", false);
        Position longest = Position.at("x".repeat(Cursors.LONGEST_TEXT), ID);
        Position longer = Position.at("x".repeat(Cursors.LONGEST_TEXT + 1), ID);

        assertThat(cursors.read(cursors.write(longest, byTitle, ""), byTitle, "", arguments))
                .isEqualTo(longest);
        assertThatCode(() -> cursors.write(longer, byTitle, "")).hasMessageContaining("fits no cursor");
    }

    @Test
    void a_cursor_stands_in_a_url_as_it_is() {
        assertThat(cursors.write(PLACE, NEWEST, FILTER)).matches("[A-Za-z0-9_-]{60,90}");
    }

    @Test
    void a_cursor_outlives_a_restart_and_serves_on_every_node() {
        assertThat(new Cursors(secrets).read(cursors.write(PLACE, NEWEST, FILTER), NEWEST, FILTER, arguments))
                .isEqualTo(PLACE);
    }

    @Test
    void a_cursor_of_another_filter_or_order_is_foreign() {
        String cursor = cursors.write(PLACE, NEWEST, FILTER);

        assertThat(cursors.read(cursor, NEWEST, "ArticleFilter[section=city]", arguments))
                .isNull();
        assertThat(fault().code()).isEqualTo("foreign-cursor");
        assertThat(cursors.read(cursor, OLDEST, FILTER, arguments)).isNull();
        assertThat(fault().code()).isEqualTo("foreign-cursor");
    }

    @Test
    void no_byte_of_a_cursor_can_be_changed() {
        byte[] cursor = bytes(cursors.write(PLACE, NEWEST, FILTER));
        for (int i = 1; i < cursor.length; i++) {
            byte[] forged = cursor.clone();
            forged[i] ^= 1;
            assertThat(read(text(forged))).as("byte %d", i).isNull();
        }
        assertThat(fault().code()).isEqualTo("not-a-cursor");
    }

    @Test
    void no_part_of_a_cursor_can_be_left_out() {
        String cursor = cursors.write(PLACE, NEWEST, FILTER);
        for (int length = 0; length < cursor.length(); length++) {
            assertThat(read(cursor.substring(0, length)))
                    .as("length %d", length)
                    .isNull();
        }
        assertThat(fault().code()).isEqualTo("not-a-cursor");
    }

    @Test
    void a_cursor_signed_with_another_secret_is_refused() throws GeneralSecurityException {
        byte[] cursor = bytes(cursors.write(PLACE, NEWEST, FILTER));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("another secret".getBytes(UTF_8), "HmacSHA256"));
        mac.update(cursor, 0, cursor.length - 16);
        System.arraycopy(mac.doFinal(), 0, cursor, cursor.length - 16, 16);

        assertThat(read(text(cursor))).isNull();
        assertThat(fault().code()).isEqualTo("not-a-cursor");
    }

    @Test
    void a_cursor_of_another_version_says_so() {
        byte[] cursor = bytes(cursors.write(PLACE, NEWEST, FILTER));
        cursor[0] = 2;

        assertThat(read(text(cursor))).isNull();
        assertThat(fault().code()).isEqualTo("outdated-cursor");
        assertThat(fault().detail()).contains("start again without a cursor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "null", "0", "eyJpZCI6MX0=", "' or 1=1 --", "v1.Jx3", "AAAA"})
    void other_text_is_no_cursor(String raw) {
        assertThat(read(raw)).isNull();
        assertThat(fault().code()).isEqualTo("not-a-cursor");
    }

    @Test
    void an_endless_cursor_is_not_even_decoded() {
        assertThat(read("A".repeat(1_000_000))).isNull();
        assertThat(fault().code()).isEqualTo("not-a-cursor");
    }

    private Position read(String raw) {
        return cursors.read(raw, NEWEST, FILTER, arguments);
    }

    private Violation fault() {
        return catchThrowableOfType(ProblemException.class, arguments::verify)
                .errors()
                .get(0);
    }

    private static byte[] bytes(String cursor) {
        return Base64.getUrlDecoder().decode(cursor);
    }

    private static String text(byte[] cursor) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
    }
}
