import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Measures how the time of an answer grows with the archive: {@code Growth <articles>=<url> <articles>=<url>}, servers that
 * {@code Generate} has filled. One client asks one thing at a time over kept connections, each server in turn, so that what
 * disturbs the machine disturbs all of them; no address comes twice, so that nothing is answered from memory.
 */
class Growth {
    private static final int WARM_UP = 150;
    private static final int MEASURED = 300;
    private static final int ASKED = WARM_UP + MEASURED;

    /** What the issue of growth allows from the smallest archive to the largest. */
    private static final double LIMIT = 1.5;

    /** How deep a deep cursor lies: half way, or this many articles down where that is nearer. */
    private static final int DEEPEST = 10_000;

    private static final List<String> OPTIONAL_FIELDS = List.of(
            "slug", "url", "type", "title", "summary", "lang", "breadcrumb", "image", "source", "canonicalUrl", "publishedAt",
            "updatedAt", "version");

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** A server, the addresses of each kind of answer, and the same for every size: the chance by which they are drawn. */
    private record Server(int articles, String url, Random random) {
        static Server of(String argument) {
            String[] parts = argument.split("=", 2);
            return new Server(Integer.parseInt(parts[0]), parts[1], new Random(7));
        }

        Map<String, List<String>> addresses() throws IOException, InterruptedException {
            List<String> slugs = drawn("slug");
            Map<String, List<String>> addresses = new LinkedHashMap<>();
            addresses.put("article", each(slugs, "/v1/articles/%s"));
            addresses.put("list", lists(List.of(""), false));
            addresses.put("list, deep", lists(List.of(""), true));
            addresses.put("list by tag", lists(numbered("tag=tag-%d&", 1, 200), false));
            addresses.put("list by tag, deep", lists(numbered("tag=tag-%d&", 10, 17), true));
            addresses.put("list by section", lists(numbered("section=section-%d&", 0, 7), false));
            addresses.put("list by section, deep", lists(numbered("section=section-%d&", 0, 7), true));
            addresses.put("list by author", lists(numbered("author=author-%d&", 1, 70), false));
            addresses.put("list by author, deep", lists(numbered("author=author-%d&", 1, 8), true));
            addresses.put("page", each(slugs, "/v1/articles/%s/page"));
            addresses.put("related", each(slugs, "/v1/articles/%s/related"));
            addresses.put("ranking, 24 h", each(drawn("id"), "/v1/rankings/most-viewed?window=24h&exclude=%s"));
            addresses.put("tags", each(
                    walked("/v1/tags?sort=-articles", 1, ASKED), "/v1/tags?sort=-articles&limit=20&cursor=%s"));
            addresses.put("search, rare word", searches(drawn(articles / 20, "k%d")));
            List<String> twoWords = searches(List.of(
                    "harbour+storm", "council+vote", "glacier+winter", "promises+answer", "library+plan", "ferry+strike",
                    "mayor+quiet", "river+light", "museum+returns"));
            addresses.put("search, two words", twoWords);
            addresses.put("search, two words, since", twoWords.stream()
                    .map(address -> address + "&publishedAfter=1990-01-01T00:00:00Z")
                    .toList());
            addresses.put("search, commonest word", searches(List.of("promises")));
            addresses.put("search, any word", searches(drawn(articles / 20, "why+does+k%d+wait+for+the+zeppelin")));
            addresses.put("search, facets, marks", searches(List.of("promises")).stream()
                    .map(address -> address + "&highlight=true&facets=section,tag,author,year")
                    .toList());
            return addresses;
        }

        /** As many questions as are asked, each with a number of its own. */
        private List<String> drawn(int bound, String format) {
            return IntStream.range(0, ASKED).mapToObj(n -> format.formatted(random.nextInt(bound))).toList();
        }

        /** Searches, told apart as lists are. */
        private static List<String> searches(List<String> questions) {
            List<String> fields = selections();
            return IntStream.range(0, ASKED)
                    .mapToObj(n -> "/v1/search?q=" + questions.get(n % questions.size()) + "&limit=20&fields="
                            + "article." + fields.get(n).replace(",", ",article."))
                    .toList();
        }

        /** The ids or slugs of articles drawn from the whole archive. */
        private List<String> drawn(String field) throws IOException, InterruptedException {
            List<String> drawn = new ArrayList<>();
            while (drawn.size() < ASKED) {
                Instant before = Instant.now().minus(Duration.ofMinutes(random.nextInt(10 * 364 * 24 * 60)));
                Answer answer = ask("/v1/articles?limit=5&fields=" + field + "&publishedBefore=" + before);
                drawn.addAll(answer.all("\"" + field + "\":\"([^\"]+)\""));
            }
            return drawn;
        }

        /** Lists of 20, told apart by which four of the fields they leave out: the statements are the same for all. */
        private List<String> lists(List<String> filters, boolean deep) throws IOException, InterruptedException {
            List<String> starts = new ArrayList<>();
            for (String filter : filters) {
                String list = "/v1/articles?" + filter;
                if (deep) {
                    int size = Integer.parseInt(ask(list + "limit=1&fields=id&count=exact").all("\"value\":(\\d+)").get(0));
                    walked(list + "fields=id", Math.min(size / 2, DEEPEST), ASKED / filters.size())
                            .forEach(cursor -> starts.add(list + "cursor=" + cursor + "&"));
                } else {
                    starts.add(list);
                }
            }
            List<String> fields = selections();
            return IntStream.range(0, ASKED)
                    .mapToObj(n -> starts.get(n % starts.size()) + "limit=20&fields=" + fields.get(n))
                    .toList();
        }

        /** As many cursors of a list as are wanted, or as there are, from a depth on. */
        private List<String> walked(String list, int depth, int wanted) throws IOException, InterruptedException {
            List<String> cursors = new ArrayList<>();
            String cursor = "";
            int walked = 0;
            while (cursors.size() < wanted) {
                int step = walked < depth ? Math.min(100, depth - walked) : 3;
                List<String> next = ask(list + "&limit=" + step + cursor).all("\"next\":\"([^\"]+)\"");
                if (next.isEmpty()) {
                    break;
                }
                walked += step;
                cursor = "&cursor=" + next.get(0);
                if (walked >= depth) {
                    cursors.add(next.get(0));
                }
            }
            return cursors;
        }

        Answer ask(String path) throws IOException, InterruptedException {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url + path)).build();
            long start = System.nanoTime();
            HttpResponse<byte[]> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
            double millis = (System.nanoTime() - start) / 1e6;
            if (response.statusCode() != 200) {
                throw new IOException(path + " was answered " + response.statusCode());
            }
            return new Answer(
                    new String(response.body(), UTF_8),
                    millis,
                    response.headers().firstValue("Server-Timing").orElse(""));
        }
    }

    private record Answer(String body, double millis, String timing) {
        List<String> all(String pattern) {
            return Pattern.compile(pattern).matcher(body).results().map(found -> found.group(1)).toList();
        }

        int statements() {
            Matcher statements = Pattern.compile("(\\d+) statement").matcher(timing);
            return statements.find() ? Integer.parseInt(statements.group(1)) : 0;
        }
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<Server> servers = Arrays.stream(arguments).map(Server::of).toList();
        List<Map<String, List<String>>> addresses = new ArrayList<>();
        for (Server server : servers) {
            addresses.add(server.addresses());
        }
        List<String> kinds = List.copyOf(addresses.get(0).keySet());
        for (String kind : kinds) {
            ask(servers, kind, addresses, 0, WARM_UP);
        }
        System.out.println(row("articles", "statements", servers.stream()
                .map(server -> "%,d: median, ms | p95".formatted(server.articles()))
                .toList(), "ratio"));
        System.out.println("| --- |" + " ---: |".repeat(2 * servers.size() + 2));
        for (String kind : kinds) {
            report(kind, ask(servers, kind, addresses, WARM_UP, ASKED));
        }
    }

    /** The answers of each server. */
    private static List<List<Answer>> ask(
            List<Server> servers, String kind, List<Map<String, List<String>>> addresses, int from, int to)
            throws IOException, InterruptedException {
        List<List<Answer>> answers = servers.stream().<List<Answer>>map(server -> new ArrayList<>()).toList();
        for (int n = from; n < to; n++) {
            for (int server = 0; server < servers.size(); server++) {
                List<String> ofKind = addresses.get(server).get(kind);
                answers.get(server).add(servers.get(server).ask(ofKind.get(n % ofKind.size())));
            }
        }
        return answers;
    }

    private static void report(String kind, List<List<Answer>> answers) {
        double ratio = percentile(answers.get(answers.size() - 1), 50) / percentile(answers.get(0), 50);
        int statements = answers.stream().flatMap(List::stream).mapToInt(Answer::statements).max().orElse(0);
        System.out.println(row(
                kind,
                String.valueOf(statements),
                answers.stream()
                        .map(ofServer -> "%.2f | %.2f".formatted(percentile(ofServer, 50), percentile(ofServer, 95)))
                        .toList(),
                "%.2f%s".formatted(ratio, ratio > LIMIT ? " (!)" : "")));
    }

    private static String row(String kind, String statements, List<String> sizes, String ratio) {
        return "| %s | %s | %s | %s |".formatted(kind, statements, String.join(" | ", sizes), ratio);
    }

    private static double percentile(List<Answer> answers, int percent) {
        double[] sorted = answers.stream().mapToDouble(Answer::millis).sorted().toArray();
        return sorted[(sorted.length - 1) * percent / 100];
    }

    private static List<String> each(List<String> values, String format) {
        return values.stream()
                .map(value -> format.formatted(URLEncoder.encode(value, UTF_8)))
                .toList();
    }

    private static List<String> numbered(String format, int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(format::formatted).toList();
    }

    /** Every choice of fields that leaves out four. */
    private static List<String> selections() {
        List<String> selections = new ArrayList<>();
        for (int left = 0; left < 1 << OPTIONAL_FIELDS.size(); left++) {
            if (Integer.bitCount(left) == 4) {
                List<String> selection = new ArrayList<>(List.of("id", "section", "authors", "tags"));
                for (int field = 0; field < OPTIONAL_FIELDS.size(); field++) {
                    if ((left >> field & 1) == 0) {
                        selection.add(OPTIONAL_FIELDS.get(field));
                    }
                }
                selections.add(String.join(",", selection));
            }
        }
        return selections;
    }
}
