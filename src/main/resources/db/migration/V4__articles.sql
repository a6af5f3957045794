create table article (
    id uuid primary key,
    slug text not null unique,
    type text not null,
    title text not null,
    summary text,
    lang text not null,
    section_id uuid not null references section,
    -- Near-duplicates share a story; alone, an article is its own.
    story_id uuid not null,
    -- The title's letters and digits, by which the same story under the same title is found.
    title_key text not null,
    image_url text,
    image_width integer,
    image_height integer,
    image_alt text,
    image_credit text,
    source_name text,
    source_url text,
    canonical_url text,
    -- 'published' with an instant to come is what the API calls scheduled: no job has to run for it to appear.
    state text not null check (state in ('draft', 'published', 'withdrawn')),
    published_at timestamptz,
    unpublish_at timestamptz,
    version integer not null default 0,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    -- The words of title and summary as they are written, in whatever language.
    words tsvector generated always as (to_tsvector('simple', title || ' ' || coalesce(summary, ''))) stored,
    check (state = 'draft' or published_at is not null)
);
create index article_latest on article (published_at desc, id desc) where state = 'published';
create index article_in_section on article (section_id, published_at desc, id desc) where state = 'published';
create index article_updated on article (updated_at desc, id desc) where state = 'published';
create index article_by_title on article (title, id) where state = 'published';
create index article_unpublishing on article (unpublish_at) where unpublish_at is not null and state = 'published';
create index article_words on article using gin (words);
create index article_same_title on article (title_key, lang, published_at desc);

create table article_body (
    -- Deferred: the two are written together, in the order that suits the writer.
    article_id uuid primary key references article on delete cascade deferrable initially deferred,
    raw text not null,
    format text not null check (format in ('HTML', 'MARKDOWN')),
    policy text not null,
    html text not null,
    text text not null,
    words integer not null
);

-- Slugs that articles had before. A slug once used is never given to another article.
create table article_former_slug (
    slug text primary key,
    article_id uuid not null references article on delete cascade,
    since timestamptz not null default now()
);

-- published_at repeats the article's, null unless it is published, so that "the newest with this tag" reads one index.
-- The triggers below keep it; nothing else writes it.
create table article_tag (
    article_id uuid not null references article on delete cascade,
    position integer not null,
    tag_id uuid not null references tag,
    published_at timestamptz,
    primary key (article_id, position)
);
create index article_tagged on article_tag (tag_id, published_at desc, article_id desc) where published_at is not null;
create index article_tag_tag on article_tag (tag_id);

create table article_author (
    article_id uuid not null references article on delete cascade,
    position integer not null,
    author_id uuid not null references author,
    published_at timestamptz,
    primary key (article_id, position)
);
create index article_written on article_author (author_id, published_at desc, article_id desc)
    where published_at is not null;
create index article_author_author on article_author (author_id);

create function take_publication() returns trigger language plpgsql as $$
begin
    new.published_at := (select a.published_at from article a where a.id = new.article_id and a.state = 'published');
    return new;
end $$;
create trigger article_tag_publication before insert or update on article_tag
    for each row execute function take_publication();
create trigger article_author_publication before insert or update on article_author
    for each row execute function take_publication();

create function hand_on_publication() returns trigger language plpgsql as $$
begin
    update article_tag set published_at = null where article_id = new.id;
    update article_author set published_at = null where article_id = new.id;
    return null;
end $$;
create trigger article_publication after update of state, published_at on article
    for each row when (old.state is distinct from new.state or old.published_at is distinct from new.published_at)
    execute function hand_on_publication();

-- What readers may see: the one place that says so, by this database's clock. Public reads select from here.
create view published_article as
select *
from article
where state = 'published' and published_at <= now() and (unpublish_at is null or unpublish_at > now());

-- The next instant at which what readers may see changes without a write; null where none is known.
create function next_transition() returns timestamptz language sql stable as $$
    select least(
        (select min(published_at) from article where state = 'published' and published_at > now()),
        (select min(unpublish_at) from article where state = 'published' and unpublish_at > now()))
$$;
