create table section (
    id uuid primary key,
    parent_id uuid references section,
    slug text not null unique,
    name text not null,
    description text,
    -- '/news/city'; a section's own, so that moving one rewrites those below it, and no article.
    path text not null unique,
    -- The breadcrumb, root first, the section itself last: [{"id", "slug", "name", "path"}].
    trail jsonb not null,
    position integer not null,
    version integer not null default 0,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
);
create index section_parent on section (parent_id);

create table tag (
    id uuid primary key,
    slug text not null unique,
    type text not null
        check (type in ('person', 'place', 'organisation', 'topic', 'event', 'work', 'series')),
    name text not null,
    description text,
    -- How many articles readers can see under it; counted beside the writes, a second late.
    articles integer not null default 0,
    version integer not null default 0,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
);
create index tag_by_name on tag (name, id);
create index tag_by_prefix on tag (lower(name) text_pattern_ops);
create index tag_by_articles on tag (articles desc, id desc);

create table author (
    id uuid primary key,
    slug text not null unique,
    name text not null,
    title text,
    bio text,
    image_url text,
    image_width integer,
    image_height integer,
    image_alt text,
    image_credit text,
    version integer not null default 0,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
);
create index author_by_name on author (name, id);
create index author_by_prefix on author (lower(name) text_pattern_ops);
