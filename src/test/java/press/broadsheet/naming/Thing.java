package press.broadsheet.naming;

import java.util.HashMap;
import java.util.Map;

import press.broadsheet.testing.Copy;
import press.broadsheet.testing.Newsroom;

/** The kinds of things whose habits are the same, as clients meet them. */
enum Thing {
    TAG("tags"),
    SECTION("sections"),
    AUTHOR("authors"),
    COLLECTION("collections");

    private final String segment;

    Thing(String segment) {
        this.segment = segment;
    }

    String managed(String ref) {
        return "/v1/manage/" + segment + "/" + ref;
    }

    String shown(String ref) {
        return "/v1/" + segment + "/" + ref;
    }

    String list() {
        return "/v1/" + segment;
    }

    /** A draft of so many words: names of fields and their values. */
    Map<String, Object> draft(String... words) {
        Map<String, Object> draft = new HashMap<>();
        if (this == TAG) {
            draft.put("type", "topic");
        }
        for (int word = 0; word < words.length; word += 2) {
            draft.put(words[word], words[word + 1]);
        }
        return draft;
    }

    /** Makes one; answers its id. */
    String made(String name) {
        return Newsroom.post("/v1/manage/" + segment, draft("name", name))
                .statusCode(201)
                .extract()
                .path("id");
    }

    int creating(Map<String, Object> draft) {
        return Newsroom.post("/v1/manage/" + segment, draft).extract().statusCode();
    }

    Copy reading(String ref) {
        return Copy.of(managed(ref));
    }
}
