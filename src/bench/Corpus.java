import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Makes a corpus of which everything is known, the same each time: {@code Corpus <directory>} writes {@code articles.ndjson},
 * {@code judgements.tsv} and {@code stories.tsv}. Words are made up and used by the law of Zipf. An article takes most of its
 * words from what everybody writes, some from its field (one of 8), some from its topic (one of 200, of which five share a
 * field's words), a few from the event that it reports: relevant is what has the same topic (grade 1) or the same event
 * (grade 2). Agencies' stories come two to five times, each time retitled, and shortened, reordered, brought up to date or
 * partly rewritten; other reports of the same event on the same day share its names but no sentences, and must not be taken for
 * them, nor must notices that share a form. Tags are missing from a third of the articles and wrong now and then.
 */
class Corpus {
    private static final int FIELDS = 8;
    private static final int TOPICS = 200;
    private static final int EVENTS_PER_TOPIC = 4;
    private static final int REPORTS_PER_EVENT = 4;
    private static final int FORMS = 20;
    private static final int NOTICES_PER_FORM = 15;
    private static final int QUERIES = 500;
    private static final Instant START = Instant.parse("2024-01-01T06:00:00Z");

    private final Random chance = new Random(11);
    private final List<String> everybody = words(6000);
    private final List<List<String>> fields = lists(FIELDS, 600);
    private final List<List<String>> topics = lists(TOPICS, 60);
    private final List<Article> articles = new ArrayList<>();

    /** @param story the same for all versions of one text */
    private record Article(
            String id, String title, String text, Instant at, Set<String> tags, int topic, int event, int story) {}

    public static void main(String[] arguments) throws IOException {
        Path directory = Files.createDirectories(Path.of(arguments[0]));
        Corpus corpus = new Corpus();
        corpus.write();
        Files.write(directory.resolve("articles.ndjson"), corpus.lines(), UTF_8);
        Files.write(directory.resolve("judgements.tsv"), corpus.judgements(), UTF_8);
        Files.write(directory.resolve("stories.tsv"), corpus.stories(), UTF_8);
        System.out.printf("%d articles in %s%n", corpus.articles.size(), directory);
    }

    private void write() {
        int story = 0;
        for (int topic = 0; topic < TOPICS; topic++) {
            for (int event = 0; event < EVENTS_PER_TOPIC; event++) {
                Instant day = START.plus(Duration.ofDays(chance.nextInt(365)));
                List<String> names = words(8);
                for (int report = 0; report < REPORTS_PER_EVENT; report++) {
                    List<List<String>> text = text(topic, names, report == 0 ? 24 : 8 + chance.nextInt(12));
                    int versions = report == 0 ? 2 + chance.nextInt(4) : 1;
                    for (int version = 0; version < versions; version++) {
                        List<List<String>> told = version == 0 ? text : retold(text, topic, names);
                        add(told, day.plus(Duration.ofMinutes(chance.nextInt(48 * 60))), topic, names, event, story);
                    }
                    story++;
                }
            }
        }
        for (int form = 0; form < FORMS; form++) {
            story = notices(form, story);
        }
        Collections.shuffle(articles, chance);
    }

    /** Figures of companies, weather, results: one form, each time other names and numbers, and never one story. */
    private int notices(int form, int story) {
        Instant day = START.plus(Duration.ofDays(form * 10L));
        List<List<String>> text = text(form, words(1), 3 + chance.nextInt(4));
        for (int notice = 0; notice < NOTICES_PER_FORM; notice++) {
            List<String> names = words(12);
            List<List<String>> filled = text.stream()
                    .map(sentence -> sentence.stream()
                            .map(word -> chance.nextInt(4) > 0
                                    ? word
                                    : chance.nextBoolean() ? drawn(names) : String.valueOf(chance.nextInt(1000)))
                            .toList())
                    .toList();
            add(filled, day.plus(Duration.ofMinutes(chance.nextInt(24 * 60))), form, names, EVENTS_PER_TOPIC + notice, story + notice);
        }
        return story + NOTICES_PER_FORM;
    }

    private void add(List<List<String>> text, Instant at, int topic, List<String> names, int event, int story) {
        Set<String> tags = new LinkedHashSet<>();
        if (chance.nextInt(3) > 0) {
            tags.add("topic-" + (chance.nextInt(10) > 0 ? topic : chance.nextInt(TOPICS)));
            tags.add("field-" + topic % FIELDS);
            if (chance.nextBoolean()) {
                tags.add(names.get(0));
            }
        }
        articles.add(new Article(
                "a" + articles.size(),
                capital(String.join(" ", sentence(topic, names, 7))),
                text.stream().map(words -> capital(String.join(" ", words)) + ".").collect(Collectors.joining(" ")),
                at,
                tags,
                topic,
                topic * 100 + event,
                story));
    }

    private List<List<String>> text(int topic, List<String> names, int sentences) {
        return IntStream.range(0, sentences)
                .mapToObj(ignored -> sentence(topic, names, 10 + chance.nextInt(14)))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private List<String> sentence(int topic, List<String> names, int length) {
        return IntStream.range(0, length)
                .mapToObj(ignored -> {
                    double kind = chance.nextDouble();
                    if (kind < 0.74) {
                        return drawn(everybody);
                    }
                    // Neighbouring topics use each other's words now and then.
                    int near = chance.nextInt(4) > 0 ? topic : topic - topic % 5 + chance.nextInt(5);
                    return kind < 0.9 ? drawn(fields.get(topic % FIELDS)) : kind < 0.97 ? drawn(topics.get(near)) : drawn(names);
                })
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** The same text as another paper has it. */
    private List<List<String>> retold(List<List<String>> text, int topic, List<String> names) {
        List<List<String>> told = text.stream().<List<String>>map(ArrayList::new).collect(Collectors.toCollection(ArrayList::new));
        switch (chance.nextInt(4)) {
            case 0 -> told = new ArrayList<>(told.subList(0, told.size() / 3 + chance.nextInt(told.size() / 3)));
            case 1 -> Collections.shuffle(told.subList(2, told.size()), chance);
            case 2 -> {
                for (int update = 0; update < 5; update++) {
                    told.set(chance.nextInt(told.size()), sentence(topic, names, 16));
                }
            }
            default -> told.subList(told.size() / 2, told.size()).replaceAll(words -> rewritten(words));
        }
        told.replaceAll(words -> chance.nextBoolean() ? rewritten(words) : words);
        return told;
    }

    /** Every fourth word another one. */
    private List<String> rewritten(List<String> words) {
        return words.stream().map(word -> chance.nextInt(4) == 0 ? drawn(everybody) : word).toList();
    }

    /** By the law of Zipf: the word of rank n an n-th as often as the first. */
    private String drawn(List<String> words) {
        return words.get((int) Math.exp(chance.nextDouble() * Math.log(words.size() + 1)) - 1);
    }

    private List<List<String>> lists(int number, int size) {
        return IntStream.range(0, number).mapToObj(ignored -> words(size)).toList();
    }

    private List<String> words(int number) {
        Set<String> made = new HashSet<>();
        while (made.size() < number) {
            made.add(IntStream.range(0, 2 + chance.nextInt(3))
                    .mapToObj(ignored -> "" + "bdfgklmnprstvz".charAt(chance.nextInt(14)) + "aeiou".charAt(chance.nextInt(5)))
                    .collect(Collectors.joining()) + "nkrt".charAt(chance.nextInt(4)));
        }
        List<String> words = new ArrayList<>(new java.util.TreeSet<>(made));
        Collections.shuffle(words, chance);
        return words;
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private List<String> lines() {
        return articles.stream()
                .map(article -> "{\"id\":\"%s\",\"title\":\"%s\",\"text\":\"%s\",\"lang\":\"en\",\"publishedAt\":\"%s\",\"tags\":[%s]}"
                        .formatted(
                                article.id(),
                                article.title(),
                                article.text(),
                                article.at(),
                                article.tags().stream().map(tag -> '"' + tag + '"').collect(Collectors.joining(","))))
                .toList();
    }

    /** What has the topic of a query; the query's own story is left out, as lists leave it out, and of any other it does not matter which. */
    private List<String> judgements() {
        List<String> lines = new ArrayList<>();
        for (Article query : articles.subList(0, QUERIES)) {
            for (Article other : articles) {
                if (other.topic() == query.topic() && other.story() != query.story()) {
                    lines.add("%s\t%s\t%d\tfield-%d"
                            .formatted(query.id(), other.id(), other.event() == query.event() ? 2 : 1, query.topic() % FIELDS));
                }
            }
        }
        return lines;
    }

    private List<String> stories() {
        return articles.stream()
                .map(article -> article.id() + "\ts" + article.story())
                .toList();
    }
}
