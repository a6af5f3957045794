package press.broadsheet.dispatch;

import java.util.Locale;

import jakarta.persistence.AttributeConverter;

import com.fasterxml.jackson.annotation.JsonValue;
import press.broadsheet.outbound.Answer;

/** What was wrong with an attempt. Never a text of the receiver's: whoever reads the log need not be trusted with that. */
public enum DeliveryError {
    /** The host has no address. */
    UNRESOLVED,
    /** The host has an address that may not be sent to. */
    FORBIDDEN_ADDRESS,
    /** Nothing listens there, or the connection broke. */
    CONNECTION,
    /** The certificate is not the host's, or not trusted. */
    TLS,
    /** The answer was not there in time. */
    TIMEOUT,
    /** The receiver answered with a redirect. */
    REDIRECT,
    /** The receiver answered 410. */
    GONE,
    /** The receiver answered with another status that is no success. */
    STATUS,
    /** This server failed. */
    INTERNAL;

    /** The word for it in JSON and in the database. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Of what came of a request; null for a success. */
    static DeliveryError of(Answer answer) {
        if (answer.status() == null) {
            return valueOf(answer.failure().name());
        }
        if (answer.isSuccess()) {
            return null;
        }
        if (answer.status() == 410) {
            return GONE;
        }
        return answer.status() >= 300 && answer.status() < 400 ? REDIRECT : STATUS;
    }

    /** Stores it as the word that the API uses. */
    @jakarta.persistence.Converter
    static class Converter implements AttributeConverter<DeliveryError, String> {
        @Override
        public String convertToDatabaseColumn(DeliveryError value) {
            return value == null ? null : value.code();
        }

        @Override
        public DeliveryError convertToEntityAttribute(String code) {
            return code == null ? null : valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
