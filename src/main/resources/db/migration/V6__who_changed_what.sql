-- Who changed what: the change log is the audit log too. 'type' says what kind of thing id and slug name.
-- 'visible' marks what the public may be told; a row about a draft, a key or a counter never is.
alter table change
    add column type text,
    add column actor text not null default 'broadsheet',
    add column request_id text,
    add column visible boolean not null default false;
create index change_visible on change (number) where visible;
create index change_of on change (id, number) where id is not null;

-- Beside the shorter one of V2, which nodes of the version before still call.
create function append_change(
    kind text, type text, id uuid, slug text, keys text[], visible boolean, actor text, request_id text)
    returns bigint language plpgsql as $$
declare
    place bigint;
begin
    perform pg_advisory_xact_lock(7230001);
    place := nextval('change_number');
    insert into change (number, kind, type, id, slug, keys, visible, actor, request_id)
    values (place, kind, type, id, slug, keys, visible, actor, request_id);
    return place;
end $$;

-- The answers to writes that carried an Idempotency-Key, each written in the transaction of its write.
create table idempotency_key (
    holder text not null,
    key text not null,
    request text not null,
    status integer not null,
    location text,
    etag text,
    body text,
    at timestamptz not null default now(),
    primary key (holder, key)
);
create index idempotency_key_at on idempotency_key (at);
