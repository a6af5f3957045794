package press.broadsheet.tag;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import jakarta.persistence.AttributeConverter;

import com.fasterxml.jackson.annotation.JsonValue;

/** What kind of thing a tag names. */
public enum TagType {
    PERSON,
    PLACE,
    ORGANISATION,
    TOPIC,
    EVENT,
    WORK,
    SERIES;

    /** The word for it in JSON, in parameters and in the database. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static TagType of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(TagType::code).toList();
    }

    /** Stores it as the word that the API uses. */
    @jakarta.persistence.Converter
    static class Converter implements AttributeConverter<TagType, String> {
        @Override
        public String convertToDatabaseColumn(TagType value) {
            return value.code();
        }

        @Override
        public TagType convertToEntityAttribute(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
