package press.broadsheet.editing;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import press.broadsheet.article.Article;
import press.broadsheet.author.Author;
import press.broadsheet.author.AuthorRepository;
import press.broadsheet.content.Language;
import press.broadsheet.content.Reference;
import press.broadsheet.content.SafeText;
import press.broadsheet.problem.Violation;
import press.broadsheet.problem.Violations;
import press.broadsheet.section.Section;
import press.broadsheet.section.SectionRepository;
import press.broadsheet.site.CurrentSite;
import press.broadsheet.tag.Tag;
import press.broadsheet.tag.TagRepository;

/** Turns a draft into what an article says: defaults filled in, text cleaned, references resolved; every fault is named. */
@ApplicationScoped
class DraftReading {
    private static final String DEFAULT_TYPE = "article";

    private final SectionRepository sections;
    private final TagRepository tags;
    private final AuthorRepository authors;
    private final CurrentSite site;

    DraftReading(SectionRepository sections, TagRepository tags, AuthorRepository authors, CurrentSite site) {
        this.sections = sections;
        this.tags = tags;
        this.authors = authors;
        this.site = site;
    }

    /** @param needsBody whether readers will see it, so that there must be something to read */
    Article.Content read(ArticleDraft draft, String slug, boolean needsBody, Violations violations) {
        return new Article.Content(
                slug,
                Optional.ofNullable(draft.type()).orElse(DEFAULT_TYPE),
                draft.title().strip(),
                draft.summary(),
                language(draft, violations),
                section(draft.section(), violations),
                all("/tags", "tag", draft.tags(), tags.referredToByAny(draft.tags()), Tag::id, Tag::slug, violations),
                all(
                        "/authors",
                        "author",
                        draft.authors(),
                        authors.referredToByAny(draft.authors()),
                        Author::id,
                        Author::slug,
                        violations),
                draft.image(),
                body(draft, needsBody, violations),
                draft.source(),
                draft.canonicalUrl());
    }

    private String language(ArticleDraft draft, Violations violations) {
        if (draft.lang() == null) {
            return site.settings().language();
        }
        return Language.canonical(draft.lang()).orElseGet(() -> {
            violations.add(
                    Violation.inBody("/lang", "malformed", "must be a BCP 47 language tag, for example 'en-GB'"));
            return null;
        });
    }

    private Section section(Reference reference, Violations violations) {
        return sections.referredToBy(reference).orElseGet(() -> {
            violations.add(unknown("/section", "section", reference));
            return null;
        });
    }

    private static SafeText body(ArticleDraft draft, boolean needed, Violations violations) {
        if (draft.body() != null) {
            return draft.body().cleaned();
        }
        if (needed) {
            violations.add(Violation.inBody("/body", "missing", "is needed to publish an article"));
        }
        return SafeText.ofHtml("");
    }

    /** What a list of references means, in its order; twice the same is a fault too. */
    private static <T> List<T> all(
            String pointer,
            String what,
            List<Reference> references,
            List<T> found,
            Function<T, UUID> id,
            Function<T, String> slug,
            Violations violations) {
        Map<String, T> byName = found.stream()
                .flatMap(thing ->
                        Stream.of(Map.entry(id.apply(thing).toString(), thing), Map.entry(slug.apply(thing), thing)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        Set<T> seen = new HashSet<>();
        for (int index = 0; index < references.size(); index++) {
            Reference reference = references.get(index);
            T thing = byName.get(reference.key());
            if (thing == null) {
                violations.add(unknown(pointer + "/" + index, what, reference));
            } else if (!seen.add(thing)) {
                violations.add(
                        Violation.inBody(pointer + "/" + index, "duplicate", "'" + reference + "' stands here twice"));
            }
        }
        return references.stream().map(Reference::key).map(byName::get).toList();
    }

    private static Violation unknown(String pointer, String what, Reference reference) {
        return Violation.inBody(pointer, "unknown", "There is no " + what + " '" + reference + "'");
    }
}
