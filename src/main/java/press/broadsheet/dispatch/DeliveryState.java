package press.broadsheet.dispatch;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import jakarta.persistence.AttributeConverter;

import com.fasterxml.jackson.annotation.JsonValue;

/** How far a delivery is. */
public enum DeliveryState {
    /** It is to be sent, for the first time or again. */
    PENDING,
    /** The receiver took it. */
    DELIVERED,
    /** It was given up. */
    FAILED;

    /** The word for it in JSON, in parameters and in the database. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static DeliveryState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(DeliveryState::code).toList();
    }

    /** Stores it as the word that the API uses. */
    @jakarta.persistence.Converter
    static class Converter implements AttributeConverter<DeliveryState, String> {
        @Override
        public String convertToDatabaseColumn(DeliveryState value) {
            return value.code();
        }

        @Override
        public DeliveryState convertToEntityAttribute(String code) {
            return of(code);
        }
    }
}
