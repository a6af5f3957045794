-- Imports: what each has done so far, written after each of its batches.
create table import (
    id uuid primary key,
    dry_run boolean not null,
    state text not null default 'running' check (state in ('running', 'finished', 'failed', 'interrupted')),
    actor text not null,
    started_at timestamptz not null default now(),
    -- The last that was heard of it; one that is silent for long was killed with its node.
    updated_at timestamptz not null default now(),
    added bigint not null default 0,
    changed bigint not null default 0,
    unchanged bigint not null default 0,
    refused bigint not null default 0,
    bytes bigint not null default 0,
    -- Null where the client did not say.
    bytes_in_all bigint
);

-- The lines that an import refused, as many as are kept.
create table import_refusal (
    import_id uuid not null references import on delete cascade,
    line bigint not null,
    errors json not null,
    primary key (import_id, line)
);
