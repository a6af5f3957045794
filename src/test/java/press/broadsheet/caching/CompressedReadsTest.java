package press.broadsheet.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static press.broadsheet.caching.Exchange.get;
import static press.broadsheet.caching.Exchange.header;
import static press.broadsheet.caching.Exchange.send;
import static press.broadsheet.caching.Exchange.text;
import static press.broadsheet.caching.Exchange.unzipped;

import java.net.http.HttpResponse;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is compressed, for whom, and how it is known again. */
@QuarkusTest
class CompressedReadsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"gzip", "gzip, deflate, br", "x-gzip", "*", "br;q=1.0, gzip;q=0.5", "GZIP", "identity;q=0, *"})
    void a_compressed_answer_is_a_representation_of_its_own(String accepted) {
        HttpResponse<byte[]> plain = get("news/trains");
        HttpResponse<byte[]> zipped = get("news/trains", "Accept-Encoding", accepted);

        assertThat(header(zipped, "Content-Encoding")).isEqualTo("gzip");
        assertThat(unzipped(zipped)).isEqualTo(text(plain));
        assertThat(header(zipped, "ETag")).isEqualTo(header(plain, "ETag").replaceFirst("\"$", "-gzip\""));
        assertThat(header(zipped, "Content-Length")).isEqualTo(String.valueOf(zipped.body().length));
        assertThat(header(
                        send("HEAD", "news/trains", "Accept-Encoding", accepted).join(), "Content-Length"))
                .isEqualTo(header(zipped, "Content-Length"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "br", "deflate", "gzip;q=0", "gzip;q=0.000, *", "*;q=0", ""})
    void nothing_is_compressed_for_who_does_not_take_gzip(String accepted) {
        HttpResponse<byte[]> answer = get("news/trains", "Accept-Encoding", accepted);

        assertThat(text(answer)).isEqualTo("{\"name\":\"trains\",\"text\":\"no news\"}");
        assertThat(header(answer, "ETag")).doesNotContain("-gzip");
    }

    @Test
    void whoever_has_one_coding_knows_the_state_in_all() {
        String zipped = header(get("news/trains", "Accept-Encoding", "gzip"), "ETag");
        HttpResponse<byte[]> answer = get("news/trains", "If-None-Match", zipped);

        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(header(answer, "ETag")).isEqualTo(zipped.replace("-gzip", ""));
        assertThat(header(get("news/trains", "If-None-Match", zipped, "Accept-Encoding", "gzip"), "ETag"))
                .isEqualTo(zipped);
    }
}
