package press.broadsheet.editing;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import press.broadsheet.article.Article;
import press.broadsheet.author.AuthorRepository;
import press.broadsheet.content.Language;
import press.broadsheet.content.Reference;
import press.broadsheet.content.SafeText;
import press.broadsheet.naming.Names;
import press.broadsheet.naming.References;
import press.broadsheet.problem.Violation;
import press.broadsheet.problem.Violations;
import press.broadsheet.section.Section;
import press.broadsheet.section.SectionRepository;
import press.broadsheet.site.CurrentSite;
import press.broadsheet.tag.TagRepository;

/** Turns a draft into what an article says: defaults filled in, text cleaned, references resolved; every fault is named. */
@ApplicationScoped
class DraftReading {
    private static final String DEFAULT_TYPE = "article";

    private final SectionRepository sections;
    private final TagRepository tags;
    private final AuthorRepository authors;
    private final Names names;
    private final CurrentSite site;

    DraftReading(
            SectionRepository sections, TagRepository tags, AuthorRepository authors, Names names, CurrentSite site) {
        this.sections = sections;
        this.tags = tags;
        this.authors = authors;
        this.names = names;
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
                names.findAll("/tags", tags, draft.tags(), violations),
                names.findAll("/authors", authors, draft.authors(), violations),
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
        return names.find(sections, reference).orElseGet(() -> {
            violations.add(References.unknown("/section", "section", reference));
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
}
