package press.broadsheet.keyring;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Whether a key opens anything. */
enum ApiKeyState {
    VALID,
    EXPIRED,
    REVOKED;

    /** The word for it in JSON and in parameters. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ApiKeyState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(ApiKeyState::code).toList();
    }
}
