package press.broadsheet.webhook;

import java.util.Arrays;

import jakarta.persistence.AttributeConverter;

import com.fasterxml.jackson.annotation.JsonValue;

/** Why nothing is sent to a webhook. */
public enum Disabled {
    /** An administrator said so. */
    BY_HAND("by-hand"),
    /** The receiver answered 410. */
    GONE("gone"),
    /** One event was refused until the end of the schedule. */
    EXHAUSTED("exhausted");

    private final String code;

    Disabled(String code) {
        this.code = code;
    }

    /** The word for it in JSON and in the database. */
    @JsonValue
    public String code() {
        return code;
    }

    /** Stores it as the word that the API uses. */
    @jakarta.persistence.Converter
    static class Converter implements AttributeConverter<Disabled, String> {
        @Override
        public String convertToDatabaseColumn(Disabled value) {
            return value == null ? null : value.code;
        }

        @Override
        public Disabled convertToEntityAttribute(String code) {
            return Arrays.stream(values())
                    .filter(value -> value.code.equals(code))
                    .findFirst()
                    .orElse(null);
        }
    }
}
