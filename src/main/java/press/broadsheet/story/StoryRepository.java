package press.broadsheet.story;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import press.broadsheet.likeness.Resemblance;

/** The stories: {@code article.story_id}, why each article has its one, and which article lists show of it. */
@ApplicationScoped
class StoryRepository {
    /** The class of the advisory lock under which editors correct stories, one after the other. */
    private static final int CORRECTION_LOCK = 7230011;

    private final Session session;

    StoryRepository(Session session) {
        this.session = session;
    }

    /** Keeps other corrections out until the end of the transaction: each may move several articles of several stories. */
    void hold() {
        session.createNativeQuery("select 1 from pg_advisory_xact_lock(:lock)", Integer.class)
                .setParameter("lock", CORRECTION_LOCK)
                .getSingleResult();
    }

    /** Those of some articles about whose story an editor has decided. */
    Set<UUID> decided(Collection<UUID> articles) {
        return Set.copyOf(session.createNativeQuery(
                        "select article_id from story_link where article_id = any(:articles) and reason in ('joined', 'left')",
                        UUID.class)
                .setParameter("articles", articles.toArray(UUID[]::new))
                .getResultList());
    }

    /** Takes those of some articles out of their stories whose language has changed: languages never mix in a story. */
    void unmix(Collection<UUID> articles) {
        session.createNativeQuery("""
                        select a.id from article a
                        where a.id = any(:articles)
                          and exists (select from article other
                                      where other.story_id = a.story_id and language_of(other.lang) <> language_of(a.lang))""", UUID.class)
                .setParameter("articles", articles.toArray(UUID[]::new))
                .getResultList()
                .forEach(this::unlink);
    }

    UUID storyOf(UUID article) {
        return session.createNativeQuery("select story_id from article where id = :article", UUID.class)
                .setParameter("article", article)
                .getSingleResult();
    }

    /** Puts an article into a story, that of one which it resembles. */
    void join(UUID article, UUID story, Resemblance alike, Reason reason) {
        session.createNativeMutationQuery("""
                        insert into story_link (article_id, like_id, reason, text, part, words, title)
                        values (:article, :other, :reason, :text, :part, :words, :title)
                        on conflict (article_id) do update
                        set like_id = excluded.like_id, reason = excluded.reason, text = excluded.text,
                            part = excluded.part, words = excluded.words, title = excluded.title, at = now()""")
                .setParameter("article", article)
                .setParameter("other", alike.article())
                .setParameter("reason", reason.code())
                .setParameter("text", alike.text())
                .setParameter("part", alike.part())
                .setParameter("words", alike.words())
                .setParameter("title", alike.title())
                .executeUpdate();
        move(article, story);
    }

    /** Puts an article where an editor wants it: into the story of another one, or alone where that is null. */
    void decide(UUID article, UUID other) {
        session.createNativeMutationQuery("""
                        insert into story_link (article_id, like_id, reason) values (:article, :other, :reason)
                        on conflict (article_id) do update
                        set like_id = excluded.like_id, reason = excluded.reason, text = null, part = null, words = null,
                            title = null, at = now()""")
                .setParameter("article", article)
                .setParameter("other", other, UUID.class)
                .setParameter("reason", (other == null ? Reason.LEFT : Reason.JOINED).code())
                .executeUpdate();
        if (other == null) {
            lead(article, false);
            part(article);
        } else {
            move(article, storyOf(other));
        }
    }

    /** Articles that are like no other any more stay in a story only if others are linked to them there. */
    void leaveUnlinked(Collection<UUID> articles) {
        session.createNativeQuery("select article_id from story_link where article_id = any(:articles)", UUID.class)
                .setParameter("articles", articles.toArray(UUID[]::new))
                .getResultList()
                .forEach(this::unlink);
    }

    private void unlink(UUID article) {
        session.createNativeMutationQuery("delete from story_link where article_id = :article")
                .setParameter("article", article)
                .executeUpdate();
        part(article);
    }

    /** Makes an article the one that lists show of its story, or lets them show the newest again. */
    void lead(UUID article, boolean leads) {
        session.createNativeMutationQuery("""
                        delete from story_lead
                        where article_id = :article
                           or :leads and story_id = (select story_id from article where id = :article)""")
                .setParameter("article", article)
                .setParameter("leads", leads)
                .executeUpdate();
        if (leads) {
            session.createNativeMutationQuery("""
                            insert into story_lead (story_id, article_id)
                            select story_id, id from article where id = :article""")
                    .setParameter("article", article)
                    .executeUpdate();
        }
    }

    /** The articles of a story, the oldest first, hidden ones too. */
    List<StoryRepresentation.Member> members(UUID story) {
        return session.createNativeQuery("""
                        select a.id, a.slug, a.title, a.lang, a.state, a.published_at, l.like_id, l.reason, l.text, l.part, l.words,
                               l.title as title_likeness, l.at, lead.article_id is not null
                        from article a
                        left join story_link l on l.article_id = a.id
                        left join story_lead lead on lead.article_id = a.id
                        where a.story_id = :story
                        order by a.published_at nulls last, a.id
                        limit 200""", Object[].class).setParameter("story", story).getResultList().stream()
                .map(StoryRepresentation.Member::of)
                .toList();
    }

    /** Alone, an article is its own story. */
    private void part(UUID article) {
        if (storyOf(article).equals(article)) {
            handOver(article);
        } else {
            place(article, article);
        }
    }

    private void move(UUID article, UUID story) {
        UUID from = storyOf(article);
        if (from.equals(story)) {
            return;
        }
        if (from.equals(article)) {
            handOver(article);
        }
        place(article, story);
    }

    private void place(UUID article, UUID story) {
        lead(article, false);
        session.createNativeMutationQuery("update article set story_id = :story where id = :article")
                .setParameter("article", article)
                .setParameter("story", story)
                .executeUpdate();
    }

    /** The story that bears an article's id goes on without it, under the id of the oldest that stays. */
    private void handOver(UUID article) {
        session.createNativeQuery("""
                        select id from article where story_id = :article and id <> :article
                        order by published_at nulls last, id limit 1""", UUID.class)
                .setParameter("article", article)
                .uniqueResultOptional()
                .ifPresent(oldest -> rename(article, oldest));
    }

    private void rename(UUID story, UUID to) {
        lead(story, false);
        List.of(
                        "update story_lead set story_id = :to where story_id = :story",
                        "update article set story_id = :to where story_id = :story and id <> :story")
                .forEach(update -> session.createNativeMutationQuery(update)
                        .setParameter("to", to)
                        .setParameter("story", story)
                        .executeUpdate());
    }
}
