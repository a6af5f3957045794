-- Whether the change log has told of the last thing that this article did by the clock: false from scheduling it until the
-- instant has come and readers have been told. It decides nothing about what they see.
alter table article add column announced boolean not null default true;
update article set announced = false where state = 'published' and published_at > now();
create index article_unannounced on article (published_at) where not announced;

create or replace view published_article as
select *
from article
where state = 'published' and published_at <= now() and (unpublish_at is null or unpublish_at > now());

-- The nodes that are up, by their own account. Until its lease lapses by this database's clock, a node may answer from memory;
-- it has dropped what the changes up to 'confirmed' made stale.
create table node (
    id uuid primary key,
    name text not null,
    confirmed bigint not null,
    lease_until timestamptz not null
);
