-- Search: every article that is published or to come has one vector of words, and beside the words what a search is narrowed by.
-- Which of them readers may see is not decided here: queries join the view published_article.
create extension if not exists unaccent;
create extension if not exists pg_trgm;

-- Languages whose words can be reduced to stems, as far as this server knows them, each by a configuration of its own.
create table search_language (
    lang text primary key,
    config text not null
);

-- Accents are folded where the script is Latin. Elsewhere they are letters of their own (Russian 'й'), and stems need them. Stop
-- words come first, as they are written with accents; what is no stop word is handed on.
create function create_search_config(base text, folded boolean, stopped boolean) returns void language plpgsql as $$
declare
    config text := 'search_' || base;
    stem text := case base when 'simple' then 'simple' else base || '_stem' end;
begin
    execute format('create text search configuration public.%I (copy = pg_catalog.%I)', config, base);
    if stopped then
        execute format(
            'create text search dictionary public.%I (template = pg_catalog.simple, stopwords = %I, accept = false)',
            config || '_stop', base);
    end if;
    if folded then
        execute format(
            'alter text search configuration public.%I alter mapping for word, hword, hword_part with %s public.unaccent, pg_catalog.%I',
            config, case when stopped then format('public.%I,', config || '_stop') else '' end, stem);
    end if;
end $$;

insert into search_language (lang, config)
select lang, config
from (values
    ('ar', 'arabic'), ('hy', 'armenian'), ('eu', 'basque'), ('ca', 'catalan'), ('da', 'danish'), ('nl', 'dutch'),
    ('en', 'english'), ('et', 'estonian'), ('fi', 'finnish'), ('fr', 'french'), ('de', 'german'), ('el', 'greek'),
    ('hi', 'hindi'), ('hu', 'hungarian'), ('id', 'indonesian'), ('ga', 'irish'), ('it', 'italian'), ('lt', 'lithuanian'),
    ('ne', 'nepali'), ('no', 'norwegian'), ('nb', 'norwegian'), ('nn', 'norwegian'), ('pt', 'portuguese'),
    ('ro', 'romanian'), ('ru', 'russian'), ('sr', 'serbian'), ('es', 'spanish'), ('sv', 'swedish'), ('ta', 'tamil'),
    ('tr', 'turkish'), ('yi', 'yiddish')) known (lang, config)
where exists (
    select from pg_ts_config where cfgname = known.config and cfgnamespace = 'pg_catalog'::regnamespace);

select create_search_config('simple', true, false);
select create_search_config(
    config,
    config not in ('arabic', 'armenian', 'greek', 'hindi', 'nepali', 'russian', 'serbian', 'tamil', 'yiddish'),
    config in ('danish', 'dutch', 'finnish', 'french', 'german', 'hungarian', 'italian', 'norwegian', 'portuguese',
               'spanish', 'swedish', 'turkish'))
from (select distinct config from search_language) known;
drop function create_search_config;

-- The name of the configuration for a language (BCP 47): words as they are written where the language has none.
create function search_config(lang text) returns text language sql stable parallel safe as $$
    select coalesce((select config from search_language known where known.lang = split_part($1, '-', 1)), 'simple')
$$;

-- The days into which a day falls by fours, 16, 64 …, up to all there are: '=d2.46175' is a block of 16 days. A search for a word
-- that stands everywhere reads the newest blocks only.
create function search_days(at timestamptz) returns text[] language sql immutable parallel safe as $$
    select array_agg('=d' || level || '.' || (days >> 2 * level))
    from (select (at at time zone 'UTC')::date - date '0001-01-01') day (days), generate_series(0, 10) level
$$;

create table article_search (
    article_id uuid primary key references article on delete cascade,
    config text not null,
    -- Words of the title (A), of the summary (B) and of the body (D). Other lexemes begin with '=', which no word does: days, tags
    -- (B), authors (B), section, languages, kind and configuration, by id and not by name, so that renaming touches no article.
    vector tsvector not null
);
-- Compressing it saves little and takes as long as making it.
alter table article_search alter vector set storage external;
create index article_search_config on article_search (config);
-- Entries of many articles go into it at once, a fifth of the work: the application sees to it every ten seconds, before that
-- list, which searches read too, is long. So no writer ever has to.
create index article_search_vector on article_search using gin (vector) with (gin_pending_list_limit = 65536);

-- What an article is found by. A vector holds a megabyte at most: of a longer text so many characters as surely fit.
create function search_vector(a article) returns tsvector language sql stable as $$
    select setweight(to_tsvector(config, a.title), 'A')
           || setweight(to_tsvector(config, coalesce(a.summary, '')), 'B')
           || setweight(to_tsvector(config, coalesce(left(b.text, 150000), '')), 'D')
           || array_to_tsvector(
               search_days(a.published_at)
               || ('=c' || name)
               || ('=s' || a.section_id)
               || ('=k' || a.type)
               || array(select '=l' || array_to_string(parts[:n], '-') from generate_subscripts(parts, 1) n))
           || coalesce((
               select string_agg(quote_literal(named) || ':16383B', ' ')::tsvector
               from (select '=t' || tag_id from article_tag where article_id = a.id
                     union all
                     select '=a' || author_id from article_author where article_id = a.id) link (named)), '')
    from search_config(a.lang) name,
         cast('public.search_' || name as regconfig) config,
         string_to_array(a.lang, '-') parts,
         (select (select text from article_body where article_id = a.id)) b (text)
$$;

-- Drafts and what was withdrawn have no vector.
create function search_index(articles uuid[]) returns void language sql as $$
    delete from article_search s using article a
    where s.article_id = any(articles) and a.id = s.article_id and a.state <> 'published';
    insert into article_search (article_id, config, vector)
    select a.id, search_config(a.lang), search_vector(a)
    from article a
    where a.id = any(articles) and a.state = 'published'
    order by a.id
    on conflict (article_id) do update set config = excluded.config, vector = excluded.vector
    where article_search.vector <> excluded.vector;
$$;

-- Once for each statement, however many rows it writes: imports write hundreds of articles at a time.
create function search_changed_articles() returns trigger language plpgsql as $$
begin
    perform search_index(array(
        select n.id from new_rows n join old_rows o using (id)
        where (n.title, n.summary, n.lang, n.type, n.section_id, n.state, n.published_at)
              is distinct from (o.title, o.summary, o.lang, o.type, o.section_id, o.state, o.published_at)));
    return null;
end $$;
create trigger article_search_article after update on article
    referencing old table as old_rows new table as new_rows for each statement execute function search_changed_articles();

-- An article without a body is not all there yet. Imports write bodies last, so that each vector is made once.
create function search_new_articles() returns trigger language plpgsql as $$
begin
    perform search_index(array(
        select n.id from new_rows n where exists (select from article_body b where b.article_id = n.id)));
    return null;
end $$;
create trigger article_search_new_article after insert on article
    referencing new table as new_rows for each statement execute function search_new_articles();

create function search_new_parts() returns trigger language plpgsql as $$
begin
    perform search_index(array(
        select distinct n.article_id from new_rows n join article_body b on b.article_id = n.article_id));
    return null;
end $$;
create trigger article_search_new_body after insert on article_body
    referencing new table as new_rows for each statement execute function search_new_parts();
create trigger article_search_new_tag after insert on article_tag
    referencing new table as new_rows for each statement execute function search_new_parts();
create trigger article_search_new_author after insert on article_author
    referencing new table as new_rows for each statement execute function search_new_parts();

create function search_old_parts() returns trigger language plpgsql as $$
begin
    perform search_index(array(select distinct article_id from old_rows));
    return null;
end $$;
create trigger article_search_old_tag after delete on article_tag
    referencing old table as old_rows for each statement execute function search_old_parts();
create trigger article_search_old_author after delete on article_author
    referencing old table as old_rows for each statement execute function search_old_parts();

create function search_changed_body() returns trigger language plpgsql as $$
begin
    perform search_index(array(
        select n.article_id from new_rows n join old_rows o using (article_id) where n.text <> o.text));
    return null;
end $$;
create trigger article_search_body after update on article_body
    referencing old table as old_rows new table as new_rows for each statement execute function search_changed_body();

create function search_changed_tags() returns trigger language plpgsql as $$
begin
    perform search_index(array(
        select distinct article_id from (
            (select article_id, tag_id from new_rows except select article_id, tag_id from old_rows)
            union
            (select article_id, tag_id from old_rows except select article_id, tag_id from new_rows)) changed));
    return null;
end $$;
create trigger article_search_tag after update on article_tag
    referencing old table as old_rows new table as new_rows for each statement execute function search_changed_tags();

create function search_changed_authors() returns trigger language plpgsql as $$
begin
    perform search_index(array(
        select distinct article_id from (
            (select article_id, author_id from new_rows except select article_id, author_id from old_rows)
            union
            (select article_id, author_id from old_rows except select article_id, author_id from new_rows)) changed));
    return null;
end $$;
create trigger article_search_author after update on article_author
    referencing old table as old_rows new table as new_rows for each statement execute function search_changed_authors();

-- The articles that were there before: the application gives them vectors in small transactions after it has started, since all at
-- once would make writers wait for minutes. What a trigger has written meanwhile is newer, and stays.
create table search_due (article_id uuid primary key);
insert into search_due (article_id) select id from article where state = 'published';

create function search_fill(batch integer) returns integer language plpgsql as $$
declare
    articles uuid[];
begin
    with taken as (
        delete from search_due
        where article_id in (select article_id from search_due limit batch for update skip locked)
        returning article_id)
    select coalesce(array_agg(article_id), '{}') into articles from taken;
    insert into article_search (article_id, config, vector)
    select a.id, search_config(a.lang), search_vector(a)
    from article a
    where a.id = any(articles) and a.state = 'published'
    order by a.id
    on conflict do nothing;
    return cardinality(articles);
end $$;

-- Names of tags and authors by their words, whatever language they are of.
create index tag_named on tag using gin (to_tsvector('public.search_simple', name)) with (fastupdate = off);
create index author_named on author using gin (to_tsvector('public.search_simple', name)) with (fastupdate = off);

-- The tags and authors in whose names words stand side by side, as the lexemes that their articles have; null if there are none.
-- Of many tags those that stand most often.
create function search_names(words text) returns tsquery language sql stable as $$
    select string_agg(quote_literal(named), '|')::tsquery
    from phraseto_tsquery('public.search_simple', words) question,
         lateral (
             (select '=t' || id from tag where to_tsvector('public.search_simple', name) @@ question
              order by articles desc, id limit 10)
             union all
             (select '=a' || id from author where to_tsvector('public.search_simple', name) @@ question
              order by id limit 10)) found (named)
    where numnode(question) > 0
$$;

-- A question in the syntax of web searches, for articles of one configuration. Where one of its words or phrases stands in a name,
-- what bears the name is as good.
create function search_query(config text, question text, pieces text[], names tsquery[]) returns tsquery
language plpgsql stable as $$
declare
    chosen regconfig := cast('public.search_' || config as regconfig);
    parsed tsquery := websearch_to_tsquery(chosen, question);
    piece tsquery;
begin
    for n in 1 .. cardinality(pieces) loop
        piece := phraseto_tsquery(chosen, pieces[n]);
        if names[n] is not null and numnode(piece) > 0 then
            parsed := ts_rewrite(parsed, piece, piece || names[n]);
        end if;
    end loop;
    return parsed;
end $$;
