package press.broadsheet.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.restassured.path.json.JsonPath;
import press.broadsheet.testing.Newsroom;

/** What readers get who search. */
final class Found {
    private Found() {}

    static JsonPath by(String question) {
        return Newsroom.read(path(question));
    }

    /** With further parameters, which begin with an ampersand. */
    static JsonPath by(String question, String parameters) {
        return Newsroom.read(path(question) + parameters);
    }

    static String path(String question) {
        return "/v1/search?q=" + URLEncoder.encode(question, StandardCharsets.UTF_8);
    }

    static List<String> slugs(String question) {
        return slugs(by(question));
    }

    static List<String> slugs(JsonPath found) {
        return found.getList("items.article.slug");
    }

    /** All pages, from the first to the last. */
    static List<String> walked(String question, String parameters) {
        List<String> slugs = new ArrayList<>();
        String cursor = "";
        do {
            JsonPath page = by(question, parameters + cursor);
            slugs.addAll(slugs(page));
            String next = page.getString("page.next");
            cursor = next == null ? null : "&cursor=" + next;
        } while (cursor != null);
        return slugs;
    }
}
