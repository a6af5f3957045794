package press.broadsheet.transfer;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import press.broadsheet.article.ArticleState;
import press.broadsheet.change.Change;
import press.broadsheet.change.ChangeKind;
import press.broadsheet.change.ChangeLog;
import press.broadsheet.content.Keys;
import press.broadsheet.content.Reference;
import press.broadsheet.engagement.Subjects;
import press.broadsheet.likeness.Likeness;
import press.broadsheet.likeness.Wording;
import press.broadsheet.pinning.RelatedEditing;
import press.broadsheet.problem.ProblemException;
import press.broadsheet.story.StoryFinding;
import press.broadsheet.transfer.ArticleRows.NewArticle;
import press.broadsheet.transfer.FactWriting.Fact;
import press.broadsheet.transfer.ImportLog.Tally;
import press.broadsheet.transfer.LineReading.Read;

/** What articles are like, and what editors made of that: counted words, stories, and what is to stand beside an article. */
@ApplicationScoped
class LikenessWriting {
    private static final String STORIES = """
            with given as (
                select given.*
                from unnest(:articles, :stories, :others, :reasons, :texts, :parts, :words, :titles, :at, :leads)
                    as given (article, story, other, reason, text, part, words, title, at, lead)
                join article a on a.id = given.article and a.story_id = given.story),
            linked as (
                insert into story_link (article_id, like_id, reason, text, part, words, title, at)
                select article, other, reason, text, part, words, title, coalesce(at, now()) from given where reason is not null
                on conflict do nothing
                returning article_id),
            led as (
                insert into story_lead (story_id, article_id) select story, article from given where lead
                on conflict do nothing
                returning article_id)
            select cast(count(*) as integer) from (select article_id from linked union select article_id from led) written""";

    private final StoryFinding stories;
    private final Likeness likeness;
    private final RelatedEditing related;
    private final Subjects subjects;
    private final ChangeLog changes;
    private final Session session;

    LikenessWriting(
            StoryFinding stories,
            Likeness likeness,
            RelatedEditing related,
            Subjects subjects,
            ChangeLog changes,
            Session session) {
        this.stories = stories;
        this.likeness = likeness;
        this.related = related;
        this.subjects = subjects;
        this.changes = changes;
        this.session = session;
    }

    /** Takes the likeness of articles that were just added, as far as they do not bring it, and finds the stories of new ones. */
    void take(List<NewArticle> made) {
        List<Wording> recalled = wordings(made, article -> article.isRecalled() && article.likeness() == null);
        if (!recalled.isEmpty()) {
            likeness.take(recalled);
        }
        List<Wording> written = wordings(made, article -> !article.isRecalled());
        if (!written.isEmpty()) {
            stories.settle(written);
        }
    }

    private static List<Wording> wordings(List<NewArticle> made, Predicate<NewArticle> which) {
        return made.stream()
                .filter(article -> article.state() == ArticleState.PUBLISHED)
                .filter(which)
                .map(article ->
                        new Wording(article.id(), article.content().lang(), article.publishedAt(), article.text()))
                .toList();
    }

    /** Where a language has been counted here, that count stays. */
    void writeWords(List<Line.OfWords> lines, Tally tally) {
        for (Line.OfWords line : lines) {
            boolean counted = session.createNativeMutationQuery("""
                                    insert into corpus (lang, articles, counted_at) values (:lang, :articles, :at)
                                    on conflict do nothing""")
                            .setParameter("lang", line.lang())
                            .setParameter("articles", line.articles())
                            .setParameter("at", line.at())
                            .executeUpdate()
                    > 0;
            int words = session.createNativeMutationQuery("""
                            insert into term (lang, term, articles)
                            select c.lang, given.term, given.articles
                            from corpus c cross join unnest(:terms, :counts) as given (term, articles)
                            where c.lang = :lang and c.articles = :articles and c.counted_at = :at
                            on conflict do nothing""")
                    .setParameter("terms", line.terms().toArray(Integer[]::new))
                    .setParameter("counts", line.counts().toArray(Integer[]::new))
                    .setParameter("lang", line.lang())
                    .setParameter("articles", line.articles())
                    .setParameter("at", line.at())
                    .executeUpdate();
            if (counted || words > 0) {
                tally.added(1);
            } else {
                tally.unchanged(1);
            }
        }
    }

    /** What is said of an article that is in another story here is left alone: it was found or decided here. */
    void writeStories(List<Fact<Line.OfStory>> facts, Tally tally, boolean dryRun) {
        Map<Reference, UUID> others = subjects.idsOf(facts.stream()
                .map(fact -> fact.line().like())
                .filter(like -> like != null)
                .distinct()
                .toList());
        int written = session.createNativeQuery(STORIES, Integer.class)
                .setParameter("articles", column(facts, Fact::article).toArray(UUID[]::new))
                .setParameter(
                        "stories", column(facts, fact -> fact.line().story()).toArray(UUID[]::new))
                .setParameter(
                        "others",
                        column(facts, fact -> others.get(fact.line().like())).toArray(UUID[]::new))
                .setParameter(
                        "reasons", column(facts, fact -> fact.line().reason()).toArray(String[]::new))
                .setParameter("texts", column(facts, fact -> fact.line().text()).toArray(Float[]::new))
                .setParameter("parts", column(facts, fact -> fact.line().part()).toArray(Float[]::new))
                .setParameter(
                        "words", column(facts, fact -> fact.line().words()).toArray(Float[]::new))
                .setParameter(
                        "titles", column(facts, fact -> fact.line().title()).toArray(Float[]::new))
                .setParameter("at", column(facts, fact -> fact.line().at()).toArray(Instant[]::new))
                .setParameter("leads", column(facts, fact -> fact.line().lead()).toArray(Boolean[]::new))
                .getSingleResult();
        tally.added(written);
        tally.unchanged(facts.size() - written);
        tell("story", written, dryRun);
    }

    private static <T> List<T> column(List<Fact<Line.OfStory>> facts, Function<Fact<Line.OfStory>, T> value) {
        return facts.stream().map(value).toList();
    }

    /** Writes what editors chose, line by line: there is little of it. */
    void writeRelated(List<Read> run, Tally tally, boolean dryRun) {
        Map<Reference, UUID> articles = subjects.idsOf(run.stream()
                .map(read -> ((Line.OfRelated) read.line()).article())
                .distinct()
                .toList());
        int written = 0;
        for (Read read : run) {
            Line.OfRelated line = (Line.OfRelated) read.line();
            UUID article = articles.get(line.article());
            if (article == null) {
                tally.refused(read.number(), FactWriting.unknown(line.article()));
                continue;
            }
            try {
                if (related.restore(article, line.version(), line.draft())) {
                    written++;
                } else {
                    tally.unchanged(1);
                }
            } catch (ProblemException refusal) {
                tally.refused(read.number(), NewArticles.inLine(refusal));
            }
        }
        tally.changed(written);
        tell("related", written, dryRun);
    }

    private void tell(String what, int written, boolean dryRun) {
        if (written > 0 && !dryRun) {
            changes.append(Change.of(ChangeKind.UPDATE, what, null, null).touching(Set.of(Keys.ARTICLES)));
        }
    }
}
