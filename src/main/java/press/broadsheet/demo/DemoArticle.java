package press.broadsheet.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonFormat;
import press.broadsheet.article.Source;
import press.broadsheet.content.Reference;
import press.broadsheet.editing.ArticleDraft;
import press.broadsheet.editing.BodyDraft;
import press.broadsheet.media.Image;

/**
 * An article of the demonstration newsroom, as the head of its file says it.
 *
 * @param age how long before the first start it was published
 * @param publishIn how long after the first start it will be
 * @param views how many it had so far
 * @param reactions how many of each kind
 * @param featured its place among what the editors put first
 * @param unpublished whether it was taken back
 */
record DemoArticle(
        String title,
        String type,
        String summary,
        String lang,
        Reference section,
        List<Reference> tags,
        List<Reference> authors,
        Picture image,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Duration age,
        int views,
        Map<String, Integer> reactions,
        Integer featured,
        String status,
        List<String> renamedFrom,
        Source source,
        Duration publishIn,
        boolean unpublished) {
    private static final int WIDTH = 1600;
    private static final int HEIGHT = 900;

    /** One of the drawings that come with the application. */
    record Picture(String file, String alt, String credit) {}

    DemoArticle {
        reactions = reactions == null ? Map.of() : reactions;
        renamedFrom = renamedFrom == null ? List.of() : renamedFrom;
    }

    ArticleDraft draft(String slug, String markdown, Instant start) {
        return new ArticleDraft(
                title,
                slug,
                type,
                summary,
                lang,
                section,
                tags,
                authors,
                image == null
                        ? null
                        : new Image("/demo/images/" + image.file(), WIDTH, HEIGHT, image.alt(), image.credit()),
                new BodyDraft(null, markdown),
                source,
                null,
                age == null ? null : ArticleDraft.Status.PUBLISHED,
                publishIn == null ? null : start.plus(publishIn),
                null,
                publishedAt(start),
                featured != null);
    }

    /** Null for a draft and for one that is scheduled. */
    Instant publishedAt(Instant start) {
        return age == null ? null : start.minus(age);
    }

    int place() {
        return featured == null ? Integer.MAX_VALUE : featured;
    }
}
