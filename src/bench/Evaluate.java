import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Measures related articles and stories against judgements: {@code Evaluate articles.ndjson judgements.tsv [--stories
 * stories.tsv] [--without-tags]}. Articles go through the management API, so that they are taken down by the code that editors
 * use; then the words are counted as at night.
 */
class Evaluate {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SHOWN = 10;

    private Evaluate() {}

    public static void main(String[] arguments) throws Exception {
        List<String> options = Arrays.asList(arguments);
        EvaluatedSite site = new EvaluatedSite(!options.contains("--without-tags"));
        List<JsonNode> articles = read(Path.of(arguments[0]));
        site.load(articles);
        Path stories = options.contains("--stories") ? Path.of(arguments[options.indexOf("--stories") + 1]) : null;
        Judgements judgements = Judgements.read(Path.of(arguments[1]), stories);
        System.out.printf("%d articles, %d judged%n", articles.size(), judgements.queries().size());
        print(judgements, site.related(judgements.queries().keySet(), SHOWN));
        if (stories != null) {
            printStories(judgements.stories(), site);
        }
    }

    private static List<JsonNode> read(Path file) throws IOException {
        List<JsonNode> articles = new ArrayList<>();
        for (String line : Files.readAllLines(file, UTF_8)) {
            if (!line.isBlank()) {
                articles.add(JSON.readTree(line));
            }
        }
        return articles;
    }

    private static void print(Judgements judgements, Map<String, List<String>> answers) {
        double precision = 0;
        double gain = 0;
        Map<String, double[]> groups = new TreeMap<>();
        for (Map.Entry<String, List<String>> answer : answers.entrySet()) {
            double ndcg = judgements.ndcg(answer.getKey(), answer.getValue(), SHOWN);
            precision += judgements.precision(answer.getKey(), answer.getValue(), SHOWN);
            gain += ndcg;
            double[] group = groups.computeIfAbsent(judgements.groupOf(answer.getKey()), ignored -> new double[2]);
            group[0] += ndcg;
            group[1]++;
        }
        double macro = groups.values().stream().mapToDouble(group -> group[0] / group[1]).average().orElse(0);
        System.out.printf(
                "%-28s nDCG@10 %.3f · P@10 %.3f · macro nDCG@10 %.3f%n",
                "related", gain / answers.size(), precision / answers.size(), macro);
    }

    /** Pairs of one story: found, and as the file says. */
    private static void printStories(Map<String, String> storyOf, EvaluatedSite site) throws Exception {
        Map<String, List<String>> expected = new HashMap<>();
        storyOf.forEach((article, story) -> {
            if (site.has(article)) {
                expected.computeIfAbsent(story, ignored -> new ArrayList<>()).add(article);
            }
        });
        Set<String> foundPairs = pairs(site.found(storyOf).values());
        Set<String> expectedPairs = pairs(expected.values());
        long right = foundPairs.stream().filter(expectedPairs::contains).count();
        double precision = foundPairs.isEmpty() ? 1 : (double) right / foundPairs.size();
        double recall = expectedPairs.isEmpty() ? 1 : (double) right / expectedPairs.size();
        System.out.printf(
                "%-28s precision %.3f · recall %.3f · F1 %.3f (%d pairs, %d found)%n",
                "stories", precision, recall, 2 * precision * recall / Math.max(1e-9, precision + recall),
                expectedPairs.size(), foundPairs.size());
    }

    private static Set<String> pairs(Collection<List<String>> groups) {
        Set<String> pairs = new HashSet<>();
        for (List<String> group : groups) {
            for (String one : group) {
                for (String other : group) {
                    if (one.compareTo(other) < 0) {
                        pairs.add(one + "\t" + other);
                    }
                }
            }
        }
        return pairs;
    }
}
