package press.broadsheet.limits;

import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many requests a minute each node takes; as many may come at once. */
@ConfigMapping(prefix = "broadsheet.limits")
interface LimitsConfig {
    /** With one key. */
    @WithDefault("600")
    @Min(1) int key();

    /** Views from one address. Generous: a school or a phone company may stand behind it. */
    @WithDefault("1200")
    @Min(1) int views();

    /** Reactions from one address. */
    @WithDefault("120")
    @Min(1) int reactions();

    /** Wrong credentials from one address. */
    @WithDefault("30")
    @Min(1) int guesses();

    /** The number for a limit. */
    default int of(Limit limit) {
        return switch (limit) {
            case KEY -> key();
            case VIEWS -> views();
            case REACTIONS -> reactions();
            case GUESSES -> guesses();
        };
    }
}
