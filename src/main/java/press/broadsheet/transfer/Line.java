package press.broadsheet.transfer;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;

import press.broadsheet.article.ArticleState;
import press.broadsheet.author.AuthorDraft;
import press.broadsheet.content.Reference;
import press.broadsheet.content.Slug;
import press.broadsheet.editing.ArticleDraft;
import press.broadsheet.pinning.RelatedDraft;
import press.broadsheet.section.SectionDraft;
import press.broadsheet.site.SiteDraft;
import press.broadsheet.tag.TagDraft;

/**
 * What a line of an import or an export says. {@code draft} is what a client would send to make the same thing; {@code record}
 * is what only the server knows of it. Exports have both, so that what they bring back is the same thing; who comes from
 * another system leaves {@code record} out.
 */
sealed interface Line {
    /** The value of {@code type} for each kind of line. */
    Map<String, Class<? extends Line>> TYPES = Map.ofEntries(
            Map.entry("site", OfSite.class),
            Map.entry("section", OfSection.class),
            Map.entry("tag", OfTag.class),
            Map.entry("author", OfAuthor.class),
            Map.entry("article", OfArticle.class),
            Map.entry("revision", OfRevision.class),
            Map.entry("collection", OfCollection.class),
            Map.entry("views", OfViews.class),
            Map.entry("reaction", OfReaction.class),
            Map.entry("gone", OfGone.class),
            Map.entry("former-name", OfFormerName.class),
            Map.entry("words", OfWords.class),
            Map.entry("story", OfStory.class),
            Map.entry("related", OfRelated.class));

    /** What the server knows of a thing besides what an editor says. */
    record Known(
            @NotNull UUID id,
            @NotNull @PositiveOrZero Integer version,
            @NotNull Instant createdAt,
            @NotNull Instant updatedAt,
            @PositiveOrZero Integer position) {}

    record OfSite(
            String type,
            @NotNull @Valid SiteDraft draft,
            @PositiveOrZero Integer version) implements Line {}

    /** A thing that articles refer to; its key is the record's id or the draft's slug. */
    sealed interface OfTerm extends Line {
        Record draft();

        Known record();
    }

    record OfSection(
            String type,
            @NotNull @Valid SectionDraft draft,
            @Valid Known record) implements OfTerm {}

    record OfTag(
            String type,
            @NotNull @Valid TagDraft draft,
            @Valid Known record) implements OfTerm {}

    record OfAuthor(
            String type,
            @NotNull @Valid AuthorDraft draft,
            @Valid Known record) implements OfTerm {}

    record OfCollection(
            String type, @NotNull @Valid Draft draft, @Valid Known record) implements OfTerm {
        record Draft(
                @NotNull @Size(max = Slug.MAX_LENGTH) @Pattern(regexp = Slug.PATTERN) String slug,

                @NotBlank @Size(max = 120) String name,
                @Size(max = 1000) String description,
                @NotNull @Size(max = 10_000) List<@NotNull Reference> items) {}
    }

    /** Its key is the record's id, or else the name that the source gives it, or else the draft's slug. */
    record OfArticle(
            String type,

            @Size(max = Slug.MAX_LENGTH) @Pattern(regexp = Slug.PATTERN) String source,

            @Pattern(regexp = "[^\\p{Cntrl}]{1,200}") String externalId,
            @NotNull @Valid ArticleDraft draft,
            @Valid Past record)
            implements Line {
        @AssertTrue(message = "needs source and externalId, or neither") boolean isNamedWholly() {
            return (source == null) == (externalId == null);
        }

        @AssertTrue(message = "needs source and externalId, or a slug in its draft: that is its key") boolean isNamed() {
            return source != null || draft == null || draft.slug() != null;
        }

        /** What has happened to an article. */
        record Past(
                @NotNull UUID id,
                @NotNull @PositiveOrZero Integer version,
                @NotNull Instant createdAt,
                @NotNull Instant updatedAt,
                @NotNull ArticleState state,
                Instant publishedAt,
                Instant unpublishAt,
                @NotNull Boolean takenDown,
                @NotNull UUID story,
                @NotNull @Size(max = 1000) List<@NotNull @Pattern(regexp = Slug.PATTERN) String> formerSlugs,
                @Valid Likeness likeness) {
            @AssertTrue(message = "needs publishedAt, unless it is a draft") boolean isDated() {
                return state == null || state == ArticleState.DRAFT || publishedAt != null;
            }
        }

        /** Its weightiest words, by their numbers, and its fingerprint, as they were taken when it was saved. */
        record Likeness(
                @NotNull @PositiveOrZero Integer corpus,
                @NotNull @Size(max = 64) List<@NotNull Integer> terms,
                @NotNull @Size(max = 64) List<@NotNull Float> weights,
                @NotNull @Size(max = 64) List<@NotNull Integer> fingerprint) {}
    }

    record OfRevision(
            String type,
            @NotNull Reference article,
            @NotNull @PositiveOrZero Integer version,
            @NotNull Instant at,
            @NotNull @Size(max = 300) String actor,
            @NotNull @Size(max = 40) String action,
            @NotNull Map<String, Object> content)
            implements Line {}

    /** How often an article was viewed in an hour; takes the place of what was counted for it. */
    record OfViews(
            String type,
            @NotNull Reference article,
            @NotNull Instant hour,
            @NotNull @Min(1) @Max(1_000_000_000) Integer views)
            implements Line {}

    /** One reader's reaction; the reader is the hash under which they are stored. */
    record OfReaction(
            String type,
            @NotNull Reference article,

            @NotNull @Size(max = 40) @Pattern(regexp = Slug.PATTERN) String kind,

            @NotNull @Pattern(regexp = "[A-Za-z0-9+/]{43}=", message = "must be 32 bytes in base64") String reader,

            @NotNull Instant at)
            implements Line {}

    /** The address of an article that was deleted. */
    record OfGone(
            String type,

            @NotNull @Size(max = Slug.MAX_LENGTH) @Pattern(regexp = Slug.PATTERN) String slug,

            @NotNull UUID article,
            @NotNull Instant at)
            implements Line {}

    /** A name that a section, tag, author or collection had before. */
    record OfFormerName(
            String type,

            @NotNull @Pattern(regexp = "tag|section|author|collection", message = "must be tag, section, author or collection") String kind,

            @NotNull @Size(max = 1000) String name,
            @NotNull UUID id,
            @NotNull Instant since)
            implements Line {}

    /** In how many articles of a language words stand, some of all that were counted. */
    record OfWords(
            String type,
            @NotNull @Size(max = 20) String lang,
            @NotNull @Min(1) Integer articles,
            @NotNull Instant at,
            @NotNull @Size(max = 1000) List<@NotNull Integer> terms,
            @NotNull @Size(max = 1000) List<@NotNull @Min(1) Integer> counts)
            implements Line {}

    /** Why an article is in its story. */
    record OfStory(
            String type,
            @NotNull Reference article,
            @NotNull UUID story,
            Reference like,

            @Pattern(regexp = "same-text|shared-text|part|joined|left") String reason,

            Float text,
            Float part,
            Float words,
            Float title,
            Instant at,
            @NotNull Boolean lead)
            implements Line {}

    /** What editors want beside an article, and what not. */
    record OfRelated(
            String type,
            @NotNull Reference article,
            @NotNull @PositiveOrZero Integer version,
            @NotNull @Valid RelatedDraft draft)
            implements Line {}
}
