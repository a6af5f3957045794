package press.broadsheet.editing;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import press.broadsheet.article.Article;
import press.broadsheet.author.Author;
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
import press.broadsheet.tag.Tag;
import press.broadsheet.tag.TagRepository;

/** Turns a draft into what an article says: defaults filled in, text cleaned, references resolved; every fault is named. */
@ApplicationScoped
public class DraftReading {
    /** Where a draft names its tags, as a JSON pointer. */
    public static final String TAGS = "/tags";
    /** Where it names its authors. */
    public static final String AUTHORS = "/authors";

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

    /** What drafts refer to, and their texts made clean. Whoever reads many drafts finds these for all of them at once. */
    public interface Lookup {
        Optional<Section> section(Reference reference);

        /** In the order of the references; one to nothing is a fault at {@code /tags}. */
        List<Tag> tags(List<Reference> references, Violations violations);

        /** The same of authors. */
        List<Author> authors(List<Reference> references, Violations violations);

        SafeText cleaned(BodyDraft body);
    }

    /** Asks the database anew for each draft. */
    Lookup lookup() {
        return new Lookup() {
            @Override
            public Optional<Section> section(Reference reference) {
                return names.find(sections, reference);
            }

            @Override
            public List<Tag> tags(List<Reference> references, Violations violations) {
                return names.findAll(TAGS, tags, references, violations);
            }

            @Override
            public List<Author> authors(List<Reference> references, Violations violations) {
                return names.findAll(AUTHORS, authors, references, violations);
            }

            @Override
            public SafeText cleaned(BodyDraft body) {
                return body.cleaned();
            }
        };
    }

    /**
     * What a draft says.
     *
     * @param needsBody whether readers will see it, so that there must be something to read
     * @param violations to which its faults are added; if there are any, what is returned is of no use
     */
    public Article.Content read(
            ArticleDraft draft, String slug, boolean needsBody, Lookup lookup, Violations violations) {
        return new Article.Content(
                slug,
                Optional.ofNullable(draft.type()).orElse(DEFAULT_TYPE),
                draft.title().strip(),
                draft.summary(),
                language(draft, violations),
                section(draft.section(), lookup, violations),
                lookup.tags(draft.tags(), violations),
                lookup.authors(draft.authors(), violations),
                draft.image(),
                body(draft, needsBody, lookup, violations),
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

    private static Section section(Reference reference, Lookup lookup, Violations violations) {
        return lookup.section(reference).orElseGet(() -> {
            violations.add(References.unknown("/section", "section", reference));
            return null;
        });
    }

    private static SafeText body(ArticleDraft draft, boolean needed, Lookup lookup, Violations violations) {
        if (draft.body() != null) {
            return lookup.cleaned(draft.body());
        }
        if (needed) {
            violations.add(Violation.inBody("/body", "missing", "is needed to publish an article"));
        }
        return SafeText.ofHtml("");
    }
}
