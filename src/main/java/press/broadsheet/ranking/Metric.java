package press.broadsheet.ranking;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** By what a ranking orders. */
public enum Metric {
    MOST_VIEWED("Views in the window."),
    MOST_LIKED("Reactions given in the window, of all kinds."),
    TRENDING(
            "How far the views in the window, each worth half as much for every six hours of its age, exceed what the article's own"
                    + " past week would make one expect: (recent - expected) / sqrt(expected + 1).");

    private final String description;

    Metric(String description) {
        this.description = description;
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String description() {
        return description;
    }

    public static Metric of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    public static List<String> codes() {
        return Arrays.stream(values()).map(Metric::code).toList();
    }
}
