package press.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import press.broadsheet.testing.Demonstration;
import press.broadsheet.testing.Newsroom;

/** Runs every request that stands in the README against the demonstration newsroom, and expects the status that it says. */
@QuarkusTest
@TestProfile(Demonstration.class)
class ReadmeTest {
    private static final Pattern COMMAND =
            Pattern.compile("^curl (.+?)   # (\\d{3})$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");
    private static final String ADDRESS = "http://localhost:8080";

    @TestHTTPResource
    URI server;

    @TestFactory
    Stream<DynamicTest> every_request_of_the_readme_answers_as_it_says() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        List<MatchResult> commands = COMMAND.matcher(readme).results().toList();

        assertThat(commands)
                .hasSameSizeAs(
                        readme.lines().filter(line -> line.startsWith("curl ")).toList());
        return commands.stream()
                .map(command -> dynamicTest(command.group(1), () -> {
                    assertThat(run(command.group(1))).isEqualTo(Integer.parseInt(command.group(2)));
                }));
    }

    /** What curl does with the options that the README uses. */
    private int run(String command) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder();
        String method = "GET";
        HttpRequest.BodyPublisher body = BodyPublishers.noBody();
        List<String> words = WORD.matcher(command.replace("\\\n", " ").replace("$KEY", Newsroom.KEY))
                .results()
                .map(word -> Stream.of(1, 2, 3)
                        .map(word::group)
                        .filter(text -> text != null)
                        .findFirst()
                        .orElseThrow())
                .toList();
        for (int index = 0; index < words.size(); index++) {
            switch (words.get(index)) {
                case "-X" -> method = words.get(++index);
                case "-d" -> body = BodyPublishers.ofString(words.get(++index));
                case "-H" -> {
                    String[] header = words.get(++index).split(": ", 2);
                    request.header(header[0], header[1]);
                }
                default ->
                    request.uri(URI.create(
                            words.get(index).replace(ADDRESS, server.toString().replaceAll("/$", ""))));
            }
        }
        return HttpClient.newHttpClient()
                .send(request.method(method, body).build(), BodyHandlers.discarding())
                .statusCode();
    }
}
