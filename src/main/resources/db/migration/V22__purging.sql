-- How far the change log has been purged from the cache in front: of each change at once, and again a little later.
create table purge_progress (
    round text primary key check (round in ('first', 'again')),
    number bigint not null
);
insert into purge_progress (round, number)
select round, (select coalesce(max(number), 0) from change) from unnest(array['first', 'again']) round;

-- When the first round came how far, until the second is there too: it counts from then, however late the first was.
create table purge_reached (
    number bigint primary key,
    at timestamptz not null default clock_timestamp()
);
