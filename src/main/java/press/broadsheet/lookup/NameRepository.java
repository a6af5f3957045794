package press.broadsheet.lookup;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import press.broadsheet.author.AuthorName;
import press.broadsheet.tag.TagName;
import press.broadsheet.tag.TagType;

/** Answers which tags and authors are called like that; accents and case do not count. */
@ApplicationScoped
public class NameRepository {
    /** In the names are all of the words, whole. */
    private static final String WORDS = "plainto_tsquery('public.search_simple', :text)";

    /** In the names are words that begin like each of the words. */
    private static final String BEGINNINGS = """
            cast((select string_agg(quote_literal(word) || ':*', ' & ')
                  from unnest(tsvector_to_array(to_tsvector('public.search_simple', :text))) word) as tsquery)""";

    /** The best known first. Authors have no number of articles: they come by name. */
    private static final String NAMED = """
            select 'tag', t.id, t.slug, t.type, t.name
            from (select id, slug, type, name from tag
                  where to_tsvector('public.search_simple', name) @@ %1$s
                  order by articles desc, name, id limit :tags) t
            union all
            select 'author', w.id, w.slug, null, w.name
            from (select id, slug, name from author
                  where to_tsvector('public.search_simple', name) @@ %1$s
                  order by name, id limit :authors) w""";

    private final Session session;

    NameRepository(Session session) {
        this.session = session;
    }

    /** What is called so: of each kind the best known first. */
    public record Found(List<TagName> tags, List<AuthorName> authors) {}

    /** Those in whose names all words of a text stand, at most so many of each kind: one statement. */
    public Found named(String text, int most) {
        return find(NAMED.formatted(WORDS), text, most, most);
    }

    /** Those in whose names each word of a text begins a word, at most so many of each kind: one statement. */
    public Found beginning(String text, int most) {
        return find(NAMED.formatted(BEGINNINGS), text, most, most);
    }

    private Found find(String sql, String text, int tags, int authors) {
        List<Object[]> rows = session.createNativeQuery(sql, Object[].class)
                .setParameter("text", text)
                .setParameter("tags", tags)
                .setParameter("authors", authors)
                .getResultList();
        return new Found(
                rows.stream()
                        .filter(row -> "tag".equals(row[0]))
                        .map(NameRepository::tag)
                        .toList(),
                rows.stream()
                        .filter(row -> "author".equals(row[0]))
                        .map(row -> new AuthorName((UUID) row[1], (String) row[2], (String) row[4]))
                        .toList());
    }

    private static TagName tag(Object[] row) {
        TagType type = TagType.valueOf(((String) row[3]).toUpperCase(Locale.ROOT));
        return new TagName((UUID) row[1], (String) row[2], type, (String) row[4]);
    }
}
