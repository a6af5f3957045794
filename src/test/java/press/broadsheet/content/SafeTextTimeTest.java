package press.broadsheet.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Twice the length takes about twice the time, for texts written to take longer too. */
class SafeTextTimeTest {
    /** The most that a client may send. */
    private static final int LENGTH = 500_000;

    /** Shorter than this no time can be told from the noise of a busy machine. */
    private static final Duration NOISE = Duration.ofMillis(150);

    /** Two doublings, each at most 2.5 times as long. */
    private static final double MOST = 2.5 * 2.5;

    private static final int TRIES = 3;

    @TestFactory
    Stream<DynamicTest> html_of_four_times_the_length_takes_about_four_times_as_long() {
        return Stream.concat(
                Stream.of(
                                "<p>The <b>council</b> voted. ",
                                "<",
                                "<div>",
                                "<p><b>",
                                "<a href=x>",
                                "<table><tr><td>",
                                "<table><b>x",
                                "<svg><style>",
                                "</p>",
                                "<!--",
                                "&",
                                "{{",
                                "<p title=`>")
                        .map(unit -> grows(SafeText.Format.HTML, unit, repeated(unit))),
                Stream.of(
                        grows(
                                SafeText.Format.HTML,
                                "one tag of many attributes",
                                length -> "<p " + repeated("a=b title=c ").apply(length) + ">"),
                        grows(
                                SafeText.Format.HTML,
                                "one attribute",
                                length -> "<a href=x title=\"" + "<".repeat(length) + "\">y"),
                        grows(
                                SafeText.Format.HTML,
                                "one address",
                                length -> "<a href=\"" + repeated("a/../").apply(length) + "\">y")));
    }

    @TestFactory
    Stream<DynamicTest> markdown_of_four_times_the_length_takes_about_four_times_as_long() {
        return Stream.concat(
                Stream.of("The **council** voted. ", "<", "[a](<b", "[a\n", "*a _b ", "a <!--", ">", "- ", "`", "|a\n")
                        .map(unit -> grows(SafeText.Format.MARKDOWN, unit, repeated(unit))),
                Stream.of(
                        grows(
                                SafeText.Format.MARKDOWN,
                                "a table of one broad row",
                                length ->
                                        "|a".repeat(1000) + "\n" + "|-".repeat(1000) + "\n" + "a\n".repeat(length / 2)),
                        grows(
                                SafeText.Format.MARKDOWN,
                                "one reference, often used",
                                length -> "[a]: " + "u".repeat(length / 2) + "\n\n" + "[a] ".repeat(length / 8))));
    }

    @TestFactory
    Stream<DynamicTest> no_depth_overflows_the_stack() {
        return Stream.of(
                        "<div>",
                        "<b>",
                        "<ul><li>",
                        "<table><tr><td>",
                        "<svg>",
                        "<math><mtext>",
                        "> ",
                        "- ",
                        "**a ",
                        "![",
                        "[")
                .flatMap(unit -> Stream.of(SafeText.Format.values())
                        .map(format -> DynamicTest.dynamicTest(format + " " + unit, () -> assertThat(deep(unit, format))
                                .succeedsWithin(Duration.ofSeconds(20))
                                .satisfies(text ->
                                        assertThat(Offences.in(text.html())).isEmpty()))));
    }

    private static CompletableFuture<SafeText> deep(String unit, SafeText.Format format) {
        String deep = unit.repeat(10_000) + "x" + "](u)".repeat(10_000);
        return CompletableFuture.supplyAsync(() -> SafeText.of(deep, format));
    }

    private static IntFunction<String> repeated(String unit) {
        return length -> unit.repeat(length / unit.length());
    }

    private static DynamicTest grows(SafeText.Format format, String name, IntFunction<String> text) {
        return DynamicTest.dynamicTest(name, () -> {
            double growth = Double.MAX_VALUE;
            for (int turn = 0; turn < TRIES && growth > MOST; turn++) {
                long once = Math.max(NOISE.toNanos(), nanoseconds(format, text.apply(LENGTH)));
                growth = Math.min(growth, (double) nanoseconds(format, text.apply(4 * LENGTH)) / once);
            }
            assertThat(growth).isLessThan(MOST);
        });
    }

    private static long nanoseconds(SafeText.Format format, String text) {
        long start = System.nanoTime();
        assertThat(SafeText.of(text, format).policy()).isEqualTo(SafeText.POLICY);
        return System.nanoTime() - start;
    }
}
