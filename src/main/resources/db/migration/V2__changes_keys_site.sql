-- The change log: whoever changes content appends to it in the transaction of the change.
create table change (
    number bigint primary key,
    at timestamptz not null default clock_timestamp(),
    kind text not null,
    id uuid,
    slug text,
    keys text[] not null
);

create sequence change_number owned by change.number;

-- A sequence hands out numbers before the commit, so that a reader who remembers the highest number it saw would lose what
-- commits later. The lock is held until the commit: numbers come in commit order.
create function append_change(kind text, id uuid, slug text, keys text[]) returns bigint language plpgsql as $$
declare
    place bigint;
begin
    perform pg_advisory_xact_lock(7230001);
    place := nextval('change_number');
    insert into change (number, kind, id, slug, keys) values (place, kind, id, slug, keys);
    return place;
end $$;

create table api_key (
    key_id text primary key,
    secret_hash bytea not null,
    name text not null,
    role text not null check (role in ('reader', 'editor', 'admin')),
    created_at timestamptz not null default now(),
    expires_at timestamptz,
    revoked_at timestamptz
);

-- One row: the site that this database holds.
create table site (
    id integer primary key default 1 check (id = 1),
    name text not null,
    url text not null,
    language text not null,
    time_zone text not null,
    reactions jsonb not null,
    version integer not null default 0
);

insert into site (name, url, language, time_zone, reactions)
values ('Broadsheet', 'http://localhost:8080', 'en', 'UTC', '[{"kind": "like", "label": "Like"}]');
