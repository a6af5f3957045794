-- The instant at which readers read: queries about what they see ask this and not now(), which the planner puts in its place.
create function reading_instant() returns timestamptz language sql stable parallel safe as $$
    select now()
$$;

-- What a preview of the whole site sees: the same names with another instant. A transaction that puts this schema before the
-- other one reads the site as of broadsheet.as_of, and nobody else pays for that: their plans never ask for the setting.
create schema preview;

create function preview.reading_instant() returns timestamptz language sql stable parallel safe as $$
    select current_setting('broadsheet.as_of')::timestamptz
$$;

-- Both views are made together, so that they have the same columns.
create or replace view published_article as
select *
from article
where state = 'published' and published_at <= now() and (unpublish_at is null or unpublish_at > now());

create view preview.published_article as
select *
from article
where state = 'published'
  and published_at <= preview.reading_instant()
  and (unpublish_at is null or unpublish_at > preview.reading_instant());

-- Who has such a token sees one article in whatever state, or the site as of an instant. The token itself is not kept.
create table preview_token (
    id uuid primary key,
    token_hash bytea not null unique check (octet_length(token_hash) = 32),
    article_id uuid references article on delete cascade,
    as_of timestamptz,
    created_at timestamptz not null,
    created_by text not null,
    expires_at timestamptz not null,
    check ((article_id is null) <> (as_of is null))
);
create index preview_token_created on preview_token (created_at desc, id desc);
create index preview_token_expiry on preview_token (expires_at);
create index preview_token_article on preview_token (article_id) where article_id is not null;
