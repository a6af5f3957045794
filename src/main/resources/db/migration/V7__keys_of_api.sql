-- What an admin wants to know of a key, besides what authentication needs.
alter table api_key
    add column id uuid not null default gen_random_uuid(),
    add column version integer not null default 0,
    add column created_by text not null default 'broadsheet',
    add column last_used_at timestamptz;

create unique index api_key_id on api_key (id);
create index api_key_created on api_key (created_at, id);

-- What the audit log is asked for; by number alone, and by id, it can be read already.
create index change_by_actor on change (actor, number);
create index change_by_type on change (type, number);
create index change_by_time on change (at);
