package press.broadsheet.question;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;

/**
 * What a reader may have meant: for each word the most similar one (PostgreSQL's trigrams) that stands in an article that readers
 * see, or in the name of a tag or an author. Words that nothing resembles are left out. One statement.
 */
@ApplicationScoped
public class Suggesting {
    /** Known words may stand in what is hidden, so each is looked for as a reader would, in the same blocks of days. */
    private static final String SIMILAR = """
            select alike.word
            from unnest(tsvector_to_array(to_tsvector('public.search_simple', :words))) given (word),
                 lateral (select array_position(string_to_array(lower(:words), ' '), given.word)) place (n),
                 lateral (
                     select known.word
                     from search_word known
                     where known.word % given.word
                       and (search_names(known.word) is not null
                            or exists (
                                select from unnest(cast(:days as text[])) day (block)
                                cross join lateral (
                                    select from article_search s join published_article a on a.id = s.article_id
                                    where s.vector @@ (cast(day.block as tsquery) && (
                                        select cast(string_agg('(' || cast(phraseto_tsquery(
                                                   cast('public.search_' || config as regconfig), known.word) as text) || ')', '|') as tsquery)
                                        from unnest(cast(:configs as text[])) config
                                        where numnode(phraseto_tsquery(
                                            cast('public.search_' || config as regconfig), known.word)) > 0))
                                    limit 1) seen))
                     order by similarity(known.word, given.word) desc, known.word
                     limit 1) alike
            order by place.n""";

    private final Session session;

    Suggesting(Session session) {
        this.session = session;
    }

    /** Another question, in plain words; empty if nothing resembles this one. */
    public Optional<String> insteadOf(Question question, Plan plan) {
        String words = question.words();
        List<String> similar = session.createNativeQuery(SIMILAR, String.class)
                .setParameter("words", words)
                .setParameter("days", Days.from(plan.newest(), plan.oldest()).toArray(String[]::new))
                .setParameter("configs", plan.configs())
                .getResultList();
        return Optional.of(similar.stream().distinct().collect(Collectors.joining(" ")))
                .filter(suggestion -> !suggestion.isEmpty() && !suggestion.equals(words));
    }
}
