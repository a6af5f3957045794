package press.broadsheet.export;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What selects the lines of an export, as {@code transfer} reads them: {@code draft} is what a client would send, {@code record}
 * what only the server knows. In the order of their references; each by an index, or of a table that is small.
 */
final class ExportSql {
    private static final String SITE = """
            select json_build_object(
                'type', 'site',
                'draft', json_build_object('name', name, 'url', url, 'language', language, 'timeZone', time_zone,
                                           'reactions', reactions),
                'version', version)
            from site""";

    private static final String SECTIONS = """
            select json_build_object(
                'type', 'section',
                'draft', json_build_object('slug', s.slug, 'name', s.name, 'description', s.description, 'parent', p.slug),
                'record', json_build_object('id', s.id, 'version', s.version, 'createdAt', utc(s.created_at),
                                            'updatedAt', utc(s.updated_at), 'position', s.position))
            from section s left join section p on p.id = s.parent_id
            order by jsonb_array_length(s.trail), s.position, s.id""";

    private static final String TAGS = """
            select json_build_object(
                'type', 'tag',
                'draft', json_build_object('slug', slug, 'type', type, 'name', name, 'description', description),
                'record', json_build_object('id', id, 'version', version, 'createdAt', utc(created_at),
                                            'updatedAt', utc(updated_at)))
            from tag order by id""";

    private static final String AUTHORS = """
            select json_build_object(
                'type', 'author',
                'draft', json_build_object(
                    'slug', slug, 'name', name, 'title', title, 'bio', bio,
                    'image', case when image_url is not null then json_build_object(
                        'url', image_url, 'width', image_width, 'height', image_height, 'alt', image_alt,
                        'credit', image_credit) end),
                'record', json_build_object('id', id, 'version', version, 'createdAt', utc(created_at),
                                            'updatedAt', utc(updated_at)))
            from author order by id""";

    private static final String FORMER_NAMES = """
            select json_build_object('type', 'former-name', 'kind', kind, 'name', name, 'id', id, 'since', utc(since))
            from former_name order by kind, name""";

    private static final String GONE = """
            select json_build_object('type', 'gone', 'slug', slug, 'article', article_id, 'at', utc(at))
            from article_tombstone order by slug""";

    private static final String ARTICLES = """
            select json_build_object(
                'type', 'article',
                'source', a.origin,
                'externalId', a.external_id,
                'draft', json_build_object(
                    'title', a.title, 'slug', a.slug, 'type', a.type, 'summary', a.summary, 'lang', a.lang,
                    'section', s.slug,
                    'tags', (select coalesce(json_agg(t.slug order by link.position), '[]')
                             from article_tag link join tag t on t.id = link.tag_id where link.article_id = a.id),
                    'authors', (select coalesce(json_agg(w.slug order by link.position), '[]')
                                from article_author link join author w on w.id = link.author_id
                                where link.article_id = a.id),
                    'image', case when a.image_url is not null then json_build_object(
                        'url', a.image_url, 'width', a.image_width, 'height', a.image_height, 'alt', a.image_alt,
                        'credit', a.image_credit) end,
                    'body', case when b.raw <> '' then json_build_object(lower(b.format), b.raw) end,
                    'source', case when a.source_name is not null
                              then json_build_object('name', a.source_name, 'url', a.source_url) end,
                    'canonicalUrl', a.canonical_url,
                    'status', case when a.state = 'published' then 'published' end,
                    'publishAt', case when a.state = 'published' and a.published_at > now() then utc(a.published_at) end,
                    'unpublishAt', utc(a.unpublish_at),
                    'publishedAt', case when a.state = 'published' and a.published_at <= now() then utc(a.published_at) end),
                'record', json_build_object(
                    'id', a.id, 'version', a.version, 'createdAt', utc(a.created_at), 'updatedAt', utc(a.updated_at),
                    'state', a.state, 'publishedAt', utc(a.published_at), 'unpublishAt', utc(a.unpublish_at),
                    'takenDown', a.taken_down, 'story', a.story_id,
                    'likeness', case when v.article_id is not null and f.article_id is not null then json_build_object(
                        'corpus', v.corpus, 'terms', v.terms, 'weights', v.weights, 'fingerprint', f.hashes) end,
                    'formerSlugs', (select coalesce(json_agg(f.slug order by f.slug), '[]')
                                    from article_former_slug f where f.article_id = a.id)))
            from article a join section s on s.id = a.section_id join article_body b on b.article_id = a.id
            left join article_terms v on v.article_id = a.id left join article_fingerprint f on f.article_id = a.id
            order by a.id""";

    /** A thousand in a line; a language of which no word stands in two articles has a line too. */
    private static final String WORDS = """
            select json_build_object('type', 'words', 'lang', c.lang, 'articles', c.articles, 'at', utc(c.counted_at),
                                     'terms', coalesce(json_agg(t.term order by t.term) filter (where t.term is not null), '[]'),
                                     'counts', coalesce(json_agg(t.articles order by t.term) filter (where t.term is not null), '[]'))
            from corpus c
            left join (select *, (row_number() over (partition by lang order by term) - 1) / 1000 as part from term) t
                on t.lang = c.lang
            group by c.lang, t.part
            order by c.lang, t.part""";

    private static final String STORIES = """
            select json_build_object('type', 'story', 'article', a.slug, 'story', a.story_id, 'like', other.slug,
                                     'reason', l.reason, 'text', l.text, 'part', l.part, 'words', l.words, 'title', l.title,
                                     'at', utc(l.at), 'lead', lead.article_id is not null)
            from article a
            left join story_link l on l.article_id = a.id
            left join story_lead lead on lead.article_id = a.id
            left join article other on other.id = l.like_id
            where l.article_id is not null or lead.article_id is not null
            order by a.id""";

    private static final String RELATED = """
            select json_build_object(
                'type', 'related', 'article', a.slug, 'version', c.version,
                'draft', json_build_object(
                    'pins', (select coalesce(json_agg(o.slug order by p.position), '[]')
                             from related_pin p join article o on o.id = p.related_id where p.article_id = a.id),
                    'exclusions', (select coalesce(json_agg(o.slug order by o.slug), '[]')
                                   from related_exclusion e join article o on o.id = e.excluded_id
                                   where e.article_id = a.id)))
            from related_choice c join article a on a.id = c.article_id
            order by a.id""";

    private static final String REVISIONS = """
            select json_build_object('type', 'revision', 'article', a.slug, 'version', r.version, 'at', utc(r.at),
                                     'actor', r.actor, 'action', r.action, 'content', r.content)
            from article_revision r join article a on a.id = r.article_id
            order by r.article_id, r.version""";

    private static final String COLLECTIONS = """
            select json_build_object(
                'type', 'collection',
                'draft', json_build_object(
                    'slug', c.slug, 'name', c.name, 'description', c.description,
                    'items', (select coalesce(json_agg(a.slug order by i.position), '[]')
                              from collection_item i join article a on a.id = i.article_id
                              where i.collection_id = c.id)),
                'record', json_build_object('id', c.id, 'version', c.version, 'createdAt', utc(c.created_at),
                                            'updatedAt', utc(c.updated_at)))
            from collection c order by c.id""";

    /** What is long ago is kept by the day, with its hours in their order. */
    private static final String VIEWS_LONG_AGO = """
            select json_build_object('type', 'views', 'article', slug, 'hour', utc(hour), 'views', views)
            from (select a.slug, d.day, d.article_id, h.number, h.views,
                         (d.day + make_interval(hours => cast(h.number as integer) - 1)) at time zone 'UTC' as hour
                  from article_views_day d join article a on a.id = d.article_id
                  cross join unnest(d.hours) with ordinality as h (views, number)
                  where h.views > 0) long_ago
            order by day, article_id, number""";

    private static final String VIEWS = """
            select json_build_object('type', 'views', 'article', a.slug, 'hour', utc(v.hour), 'views', v.views)
            from article_views v join article a on a.id = v.article_id
            order by v.hour, v.article_id""";

    private static final String REACTIONS = """
            select json_build_object('type', 'reaction', 'article', a.slug, 'kind', r.kind,
                                     'reader', encode(r.reader, 'base64'), 'at', utc(r.at))
            from reaction r join article a on a.id = r.article_id
            order by r.article_id, r.kind, r.reader""";

    /** Times as the API shows them, which PostgreSQL has no function of its own for. */
    private static final Pattern UTC = Pattern.compile("utc\\(([^)]+)\\)");

    static final List<String> ALL = List.of(
                    SITE,
                    SECTIONS,
                    TAGS,
                    AUTHORS,
                    FORMER_NAMES,
                    GONE,
                    WORDS,
                    ARTICLES,
                    STORIES,
                    RELATED,
                    REVISIONS,
                    COLLECTIONS,
                    VIEWS_LONG_AGO,
                    VIEWS,
                    REACTIONS)
            .stream()
            .map(lines -> UTC.matcher(lines)
                    .replaceAll("to_char($1 at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')"))
            .toList();

    private ExportSql() {}
}
