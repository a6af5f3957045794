import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What people say belongs together: for each query the grades of some articles, 0 where nothing is said.
 *
 * @param groups of queries, for the macro average
 * @param stories of articles; of one story, one article in a list is enough and more are worth nothing
 */
record Judgements(Map<String, Map<String, Integer>> queries, Map<String, String> groups, Map<String, String> stories) {
    /** Query, article, grade (1 if absent), and the query's group; also TREC's form with a 0 in between. */
    static Judgements read(Path file, Path storiesFile) throws IOException {
        Map<String, Map<String, Integer>> queries = new LinkedHashMap<>();
        Map<String, String> groups = new HashMap<>();
        for (String line : Files.readAllLines(file, UTF_8)) {
            String[] columns = line.split("[\t ]+");
            if (columns.length < 2) {
                continue;
            }
            boolean trec = columns.length == 4 && columns[1].equals("0");
            int grade = trec ? Integer.parseInt(columns[3]) : columns.length > 2 ? Integer.parseInt(columns[2]) : 1;
            queries.computeIfAbsent(columns[0], ignored -> new HashMap<>()).put(columns[trec ? 2 : 1], grade);
            if (!trec && columns.length > 3) {
                groups.put(columns[0], columns[3]);
            }
        }
        Map<String, String> stories = new HashMap<>();
        for (String line : storiesFile == null ? List.<String>of() : Files.readAllLines(storiesFile, UTF_8)) {
            String[] columns = line.split("\t");
            if (columns.length >= 2) {
                stories.put(columns[0], columns[1]);
            }
        }
        return new Judgements(queries, groups, stories);
    }

    String groupOf(String query) {
        return groups.getOrDefault(query, "all");
    }

    /** The share of relevant ones among the first. */
    double precision(String query, List<String> answer, int depth) {
        return gradesOf(query, answer, depth).stream().filter(grade -> grade > 0).count() / (double) depth;
    }

    /** Normalised discounted cumulative gain. Järvelin and Kekäläinen, ACM Transactions on Information Systems 20 (2002). */
    double ndcg(String query, List<String> answer, int depth) {
        Map<String, Integer> best = new HashMap<>();
        queries.get(query).forEach((article, grade) -> best.merge(stories.getOrDefault(article, article), grade, Math::max));
        double ideal = gain(best.values().stream().sorted((one, other) -> other - one).limit(depth).toList());
        return ideal == 0 ? 0 : gain(gradesOf(query, answer, depth)) / ideal;
    }

    private List<Integer> gradesOf(String query, List<String> answer, int depth) {
        Map<String, Integer> grades = queries.get(query);
        Set<String> seen = new HashSet<>();
        return answer.stream()
                .limit(depth)
                .map(article -> seen.add(stories.getOrDefault(article, article)) ? grades.getOrDefault(article, 0) : 0)
                .toList();
    }

    private static double gain(List<Integer> grades) {
        double gain = 0;
        for (int place = 0; place < grades.size(); place++) {
            gain += grades.get(place) * Math.log(2) / Math.log(place + 2);
        }
        return gain;
    }
}
