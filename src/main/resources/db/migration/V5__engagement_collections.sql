-- Views by the hour, and their sum: rankings of a window read the buckets of that window, and nothing else.
create table article_views (
    hour timestamptz not null,
    article_id uuid not null,
    views integer not null check (views > 0),
    primary key (hour, article_id)
);

create table article_view_total (
    article_id uuid primary key,
    views bigint not null check (views > 0)
);
create index article_most_viewed on article_view_total (views desc, article_id);

-- One row for each reaction; totals are counted from them. The reader is a keyed hash, never the id that the client sent.
create table reaction (
    article_id uuid not null,
    kind text not null,
    reader bytea not null,
    at timestamptz not null default now(),
    primary key (article_id, kind, reader)
);
create index reaction_recent on reaction (at, article_id);

create table collection (
    id uuid primary key,
    slug text not null unique,
    name text not null,
    description text,
    version integer not null default 0,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
);

create table collection_item (
    collection_id uuid not null references collection on delete cascade,
    position integer not null,
    article_id uuid not null references article on delete cascade,
    primary key (collection_id, position),
    unique (collection_id, article_id) deferrable initially deferred
);

insert into collection (id, slug, name, description)
values ('0193571e-6c00-7000-8000-000000000001', 'featured', 'Featured', 'What the editors put first.');
