package press.broadsheet.article;

import java.util.Locale;

import jakarta.persistence.AttributeConverter;

import com.fasterxml.jackson.annotation.JsonValue;

/** What the editors want of an article; whether readers see it depends on its instants too. */
public enum ArticleState {
    DRAFT,
    /** Visible from its instant of publication on: until then the API calls it scheduled. */
    PUBLISHED,
    /** Was published and has been taken back: its address answers 410. */
    WITHDRAWN;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Stores it as the word that the API uses. */
    @jakarta.persistence.Converter
    static class Converter implements AttributeConverter<ArticleState, String> {
        @Override
        public String convertToDatabaseColumn(ArticleState value) {
            return value.code();
        }

        @Override
        public ArticleState convertToEntityAttribute(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
