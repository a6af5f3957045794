-- How alike articles are, by the words that they use. Every language has its own dictionary, or words that are rare in one and
-- common in another would make unrelated articles alike.

-- The part of a language tag that says the language: 'en' of 'en-GB'.
create function language_of(lang text) returns text language sql immutable parallel safe as $$
    select lower(split_part(lang, '-', 1))
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
create index article_terms_terms on article_terms using gin (terms) with (gin_pending_list_limit = 65536);

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
