package press.broadsheet.listing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import press.broadsheet.query.Arguments;
import press.broadsheet.query.Terms;

/**
 * What narrows a list of articles; absent parts narrow nothing.
 *
 * @param sections ids or slugs; those below them count too
 * @param lang a language tag that theirs equals or begins with
 * @param ids only these
 * @param exclude not these, nor what is of their stories
 * @param words in title or summary
 */
public record ArticleFilter(
        Terms sections,
        Terms tags,
        Terms authors,
        String lang,
        String type,
        List<UUID> ids,
        List<UUID> exclude,
        Instant publishedAfter,
        Instant publishedBefore,
        Instant updatedAfter,
        String words) {
    public static final ArticleFilter NONE = new ArticleFilter(
            Terms.NONE, Terms.NONE, Terms.NONE, null, null, List.of(), List.of(), null, null, null, null);

    /** Only in a language, any if that is null. */
    public static ArticleFilter in(String lang) {
        return in(lang, null);
    }

    /** The same, published at an instant or later, null for ever. */
    public static ArticleFilter in(String lang, Instant publishedAfter) {
        return new ArticleFilter(
                Terms.NONE, Terms.NONE, Terms.NONE, lang, null, List.of(), List.of(), publishedAfter, null, null, null);
    }

    /** Only in a section or below it. */
    public static ArticleFilter inSection(String slug) {
        return NONE.with(Terms.of(slug), Terms.NONE, Terms.NONE);
    }

    /** Reads the parameters of a request; faults are left with the arguments. */
    public static ArticleFilter read(ArticleQuery query, Arguments arguments) {
        return new ArticleFilter(
                arguments.terms("section", query.section()),
                arguments.terms("tag", query.tag()),
                arguments.terms("author", query.author()),
                arguments.language("lang", query.lang()).orElse(null),
                arguments.text("type", query.type(), ArticleQuery.LONGEST_TYPE).orElse(null),
                arguments.uuids("ids", query.ids(), ArticleQuery.MOST_IDS),
                List.of(),
                arguments.instant("publishedAfter", query.publishedAfter()).orElse(null),
                arguments.instant("publishedBefore", query.publishedBefore()).orElse(null),
                arguments.instant("updatedAfter", query.updatedAfter()).orElse(null),
                arguments.text("q", query.q(), ArticleQuery.LONGEST_WORDS).orElse(null));
    }

    /** The same for some articles only. */
    public ArticleFilter only(List<UUID> some) {
        return new ArticleFilter(
                sections,
                tags,
                authors,
                lang,
                type,
                some,
                exclude,
                publishedAfter,
                publishedBefore,
                updatedAfter,
                words);
    }

    /** The same without words, for who looks for them elsewhere than in title and summary. */
    public ArticleFilter withoutWords() {
        return new ArticleFilter(
                sections, tags, authors, lang, type, ids, exclude, publishedAfter, publishedBefore, updatedAfter, null);
    }

    /** The same with other sections, tags and authors. */
    public ArticleFilter with(Terms newSections, Terms newTags, Terms newAuthors) {
        return new ArticleFilter(
                newSections,
                newTags,
                newAuthors,
                lang,
                type,
                ids,
                exclude,
                publishedAfter,
                publishedBefore,
                updatedAfter,
                words);
    }
}
