package press.broadsheet.ranking;

import java.util.Arrays;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonValue;

/** How far back a ranking counts. Windows begin with a whole hour, since views are counted by the hour. */
public enum Window {
    ONE_HOUR("1h", 1),
    SIX_HOURS("6h", 6),
    ONE_DAY("24h", 24),
    SEVEN_DAYS("7d", 7 * 24),
    THIRTY_DAYS("30d", 30 * 24),
    ALL("all", null);

    private final String code;
    private final Integer hours;

    Window(String code, Integer hours) {
        this.code = code;
        this.hours = hours;
    }

    @JsonValue
    public String code() {
        return code;
    }

    /** Null for all that was ever counted. */
    Integer hours() {
        return hours;
    }

    /** Those that begin somewhere. */
    static List<Window> limited() {
        return Arrays.stream(values()).filter(window -> window.hours != null).toList();
    }

    public static Window of(String code) {
        return Arrays.stream(values())
                .filter(window -> window.code.equals(code))
                .findFirst()
                .orElseThrow();
    }

    public static List<String> codes() {
        return Arrays.stream(values()).map(Window::code).toList();
    }
}
