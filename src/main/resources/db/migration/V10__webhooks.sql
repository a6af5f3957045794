-- Where events are sent to. Up to 'version' it is what an administrator set; the rest belongs to the sending.
create table webhook (
    id uuid primary key,
    url text not null,
    description text,
    events text[] not null default '{}',
    secret bytea not null,
    former_secret bytea,
    former_secret_until timestamptz,
    disabled text check (disabled in ('by-hand', 'gone', 'exhausted')),
    disabled_at timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    version integer not null default 0,
    -- the last number of the change log that deliveries were made of,
    cursor bigint not null default 0,
    -- which node may send to it: nobody else does before the lease ends, and an older turn writes nothing any more,
    turn bigint not null default 0,
    leased_until timestamptz not null default '-infinity',
    -- and until when the receiver asked to be left alone.
    paused_until timestamptz not null default '-infinity'
);

-- The outbox and the log of what was sent: one row for each event and webhook. The id is what a receiver knows the event by.
create table webhook_delivery (
    id uuid primary key,
    webhook_id uuid not null references webhook on delete cascade,
    number bigint not null,
    event text not null,
    at timestamptz not null,
    subject uuid,
    slug text,
    state text not null default 'pending' check (state in ('pending', 'delivered', 'failed')),
    attempts integer not null default 0,
    status integer,
    error text,
    queued_at timestamptz not null,
    attempted_at timestamptz,
    next_attempt_at timestamptz
);
create index webhook_delivery_due on webhook_delivery (webhook_id, number, id) where state = 'pending';
create index webhook_delivery_queued on webhook_delivery (webhook_id, queued_at, id);
create index webhook_delivery_old on webhook_delivery (queued_at);
