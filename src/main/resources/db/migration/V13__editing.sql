-- What an article is called where it comes from; a client that sends it again under the same name means the same article.
alter table article
    add column origin text,
    add column external_id text,
    -- Withdrawn for good: it can't be published again.
    add column taken_down boolean not null default false,
    add check ((origin is null) = (external_id is null));
create unique index article_by_source on article (origin, external_id) where origin is not null;
create index article_edited on article (updated_at desc, id desc);

-- Every save of an article, as the draft that would bring it back, in the transaction of the save.
create table article_revision (
    article_id uuid not null references article on delete cascade,
    version integer not null,
    at timestamptz not null default clock_timestamp(),
    actor text not null,
    action text not null,
    content json not null,
    primary key (article_id, version)
);

-- The slugs of deleted articles that readers have seen: they answer 410, and are never given to another.
create table article_tombstone (
    slug text primary key,
    article_id uuid not null,
    at timestamptz not null default now()
);
create index article_tombstone_of on article_tombstone (article_id);
