-- How alike articles are, by the words that they use. Every language has its own dictionary, or words that are rare in one and
-- common in another would make unrelated articles alike.

-- The part of a language tag that says the language: 'en' of 'en-GB'.
create function language_of(lang text) returns text language sql immutable parallel safe as $$
    select lower(split_part(lang, '-', 1))
$$;

-- How PostgreSQL reads a language. Never stored: pg_upgrade refuses columns of type regconfig.
create function text_configuration(lang text) returns regconfig language sql immutable parallel safe as $$
    select cast(case language_of(lang)
        when 'ar' then 'arabic' when 'hy' then 'armenian' when 'eu' then 'basque' when 'ca' then 'catalan'
        when 'da' then 'danish' when 'nl' then 'dutch' when 'en' then 'english' when 'fi' then 'finnish'
        when 'fr' then 'french' when 'de' then 'german' when 'el' then 'greek' when 'hi' then 'hindi'
        when 'hu' then 'hungarian' when 'id' then 'indonesian' when 'ga' then 'irish' when 'it' then 'italian'
        when 'lt' then 'lithuanian' when 'ne' then 'nepali' when 'no' then 'norwegian' when 'nb' then 'norwegian'
        when 'nn' then 'norwegian' when 'pt' then 'portuguese' when 'ro' then 'romanian' when 'ru' then 'russian'
        when 'sr' then 'serbian' when 'es' then 'spanish' when 'sv' then 'swedish' when 'ta' then 'tamil'
        when 'tr' then 'turkish' when 'yi' then 'yiddish' else 'simple' end as regconfig)
$$;

-- Scripts without spaces between words are read as overlapping pairs of letters, as is usual: 'ABC' is 'AB' and 'BC'.
create function spaced(lang text, words text) returns text language sql immutable parallel safe as $$
    select case when language_of(lang) not in ('zh', 'ja', 'ko', 'th', 'lo', 'km', 'my', 'yue') then words
        else regexp_replace(words, '([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{1,2})',
                            '\1 ', 'g')
             || ' '
             || regexp_replace(
                    regexp_replace(words, '(^|[^\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af])'
                                   || '([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af])',
                                   '\1\2 ', 'g'),
                    '([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{1,2})', '\1 ', 'g')
        end
$$;

-- The words of an article, those of its title marked. What stands behind 100,000 characters says little that is new, and a
-- tsvector has a greatest size.
create function words_of(lang text, title text, summary text, body text) returns tsvector
language sql immutable parallel safe as $$
    select setweight(to_tsvector(text_configuration(lang), spaced(lang, title)), 'A')
        || to_tsvector(text_configuration(lang), spaced(lang, coalesce(summary, '') || ' ' || left(coalesce(body, ''), 100000)))
$$;

-- A word of a language as a number. Made of the word alone, so that writing an article writes no dictionary: two
-- transactions that brought in the same new word would wait for each other.
create function term_of(lang text, word text) returns integer language sql immutable parallel safe as $$
    select cast(cast('x' || left(md5(language_of(lang) || ' ' || word), 8) as bit(32)) as integer)
$$;

-- How many articles there are in a language, and in how many of them a word stands: counted at night and after the archive
-- has grown, never by a write. A word that is not listed stands in one.
create table corpus (
    lang text primary key,
    articles integer not null check (articles > 0),
    counted_at timestamptz not null
);

create table term (
    lang text not null,
    term integer not null,
    articles integer not null check (articles > 0),
    primary key (lang, term)
);

-- The words by which an article is told from others, the weightiest first: a vector of length 1.
create table article_terms (
    article_id uuid primary key references article on delete cascade,
    lang text not null,
    -- As the article's, null unless it is published; the trigger below keeps them.
    published_at timestamptz,
    unpublish_at timestamptz,
    -- How many articles of its language were counted when the words were weighed.
    corpus integer not null,
    terms integer[] not null,
    weights real[] not null
);
create index article_terms_terms on article_terms using gin (terms) with (fastupdate = off);

-- Weighs the words of articles: (1 + ln of how often, in the title twice) * sqrt(idf). At most 64 words, none that stands in
-- more than a third of the articles, none of digits alone.
create function weigh_terms(ids uuid[]) returns void language sql as $$
    insert into article_terms (article_id, lang, published_at, unpublish_at, corpus, terms, weights)
    select id, max(lang), max(published_at), max(unpublish_at), max(counted),
           coalesce(array_agg(term order by weight desc, term) filter (where term is not null), '{}'),
           coalesce(array_agg(cast(weight / length as real) order by weight desc, term) filter (where term is not null), '{}')
    from (
        select *, sqrt(sum(weight * weight) over (partition by id)) as length
        from (
            select a.id, a.lang, a.published_at, a.unpublish_at, a.counted, found.term, found.weight,
                   row_number() over (partition by a.id order by found.weight desc, found.term) as place
            from (select article.id, article.lang, coalesce(corpus.articles, 0) as counted,
                         case when state = 'published' then published_at end as published_at,
                         case when state = 'published' then unpublish_at end as unpublish_at,
                         greatest(coalesce(corpus.articles, 0), 100) as articles,
                         words_of(article.lang, title, summary, text) as words
                  from article
                  left join article_body on article_body.article_id = article.id
                  left join corpus on corpus.lang = language_of(article.lang)
                  where article.id = any(ids)
                  offset 0) a
            left join lateral (
                select word.term,
                       (1 + ln(word.times)) * sqrt(ln(1 + cast(a.articles as float8) / coalesce(known.articles, 1))) as weight
                from (select term_of(a.lang, lexeme) as term,
                             cardinality(positions) + cardinality(array_positions(weights, 'A')) as times
                      from unnest(a.words)
                      where length(lexeme) between 2 and 64 and lexeme !~ '^[-+0-9.,/:]+$') word
                left join term known on known.lang = language_of(a.lang) and known.term = word.term
                where coalesce(known.articles, 1) <= greatest(a.articles / 3.0, 10)) found on true) weighed
        where place <= 64) best
    group by id
    on conflict (article_id) do update
    set lang = excluded.lang, published_at = excluded.published_at, unpublish_at = excluded.unpublish_at,
        corpus = excluded.corpus, terms = excluded.terms, weights = excluded.weights
$$;

create function hand_publication_to_terms() returns trigger language plpgsql as $$
begin
    update article_terms
    set published_at = case when new.state = 'published' then new.published_at end,
        unpublish_at = case when new.state = 'published' then new.unpublish_at end
    where article_id = new.id;
    return null;
end $$;
create trigger article_terms_publication after update of state, published_at, unpublish_at on article
    for each row when (old.state is distinct from new.state or old.published_at is distinct from new.published_at
                       or old.unpublish_at is distinct from new.unpublish_at)
    execute function hand_publication_to_terms();

-- Counts the words of a language, in at most about 20,000 articles drawn from all of it.
create procedure count_terms(language text) language plpgsql as $$
declare
    total integer := (select count(*) from article where state = 'published' and language_of(lang) = language);
    share float8 := least(1, 20000.0 / greatest(total, 1));
    sampled integer;
begin
    delete from term where lang = language;
    delete from corpus where lang = language;
    if total = 0 then
        return;
    end if;
    create temp table sampled_article on commit drop as
    select id from article
    where state = 'published' and language_of(lang) = language
      and (share = 1 or abs(hashtext(cast(id as text))) < share * 2147483647);
    sampled := (select count(*) from sampled_article);
    insert into corpus (lang, articles, counted_at) values (language, total, date_trunc('milliseconds', now()));
    insert into term (lang, term, articles)
    select language, term_of(language, word), ceil(sum(ndoc) * total / sampled)
    from ts_stat('select words_of(a.lang, a.title, a.summary, b.text) from sampled_article s join article a on a.id = s.id '
                 || 'join article_body b on b.article_id = a.id')
    where ndoc > 1
    group by term_of(language, word);
    drop table sampled_article;
end $$;

-- Counts the words of all languages and weighs those articles anew that were weighed when the archive was less than half as
-- large, so that an article is weighed as often as the archive doubles. Commits as it goes: not for use in a transaction.
create procedure refresh_likeness() language plpgsql as $$
declare
    language text;
    batch uuid[];
begin
    for language in select distinct language_of(lang) from article union select lang from corpus loop
        call count_terms(language);
        commit;
    end loop;
    for batch in
        select array_agg(id) from (
            select a.id, (row_number() over (order by a.id) - 1) / 500 as part
            from article a
            join corpus on corpus.lang = language_of(a.lang)
            left join article_terms known on known.article_id = a.id
            where a.state = 'published' and (known.article_id is null or known.corpus < corpus.articles / 2.0)) stale
        group by part
    loop
        perform weigh_terms(batch);
        commit;
    end loop;
end $$;

-- The smallest hashes of an article's word sequences: of two texts that are mostly the same, some are the same.
create table article_fingerprint (
    article_id uuid primary key references article on delete cascade,
    hashes integer[] not null
);
create index article_fingerprint_hashes on article_fingerprint using gin (hashes) with (fastupdate = off);

create index article_story on article (story_id);

-- Why an article is in its story: what was found, or what an editor said. Who is not listed was never alike to anything.
create table story_link (
    article_id uuid primary key references article on delete cascade,
    -- Whom it was found to be like, or whom the editor named; null where an editor took it out.
    like_id uuid references article on delete set null,
    reason text not null check (reason in ('same-text', 'shared-text', 'part', 'joined', 'left')),
    -- Each 0 to 1: what share of all word sequences both have, what share of the shorter one's the longer has, how alike the
    -- words are, how alike the titles; null where an editor decided.
    text real,
    part real,
    words real,
    title real,
    at timestamptz not null default now()
);
create index story_link_like on story_link (like_id) where like_id is not null;

-- The article that an editor wants lists to show of a story. Without one they show the newest.
create table story_lead (
    story_id uuid primary key,
    article_id uuid not null unique references article on delete cascade
);

-- What editors want beside an article, and what not; the version goes up with every change of either.
create table related_choice (
    article_id uuid primary key references article on delete cascade,
    version integer not null
);

create table related_pin (
    article_id uuid not null references article on delete cascade,
    position integer not null,
    related_id uuid not null references article on delete cascade,
    primary key (article_id, position),
    unique (article_id, related_id)
);
create index related_pin_related on related_pin (related_id);

create table related_exclusion (
    article_id uuid not null references article on delete cascade,
    excluded_id uuid not null references article on delete cascade,
    primary key (article_id, excluded_id)
);
create index related_exclusion_excluded on related_exclusion (excluded_id);

-- What found stories before: the version before still writes it, this one does not.
alter table article alter column title_key set default '';
drop index article_same_title;
