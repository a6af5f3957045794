-- The last batch of views that each process has written, in the transaction of the batch: a flush whose answer was lost is sent
-- again under the same number and then counts nothing.
create table view_flush (
    node uuid primary key,
    batch bigint not null,
    at timestamptz not null default now()
);

-- Hours of views that no window of a ranking reaches any more: an article's day in one row, with the views of each of its hours
-- (UTC) in their order, so that an import can set them again and an export tells them.
create table article_views_day (
    day date not null,
    article_id uuid not null,
    hours integer[] not null check (cardinality(hours) = 24),
    primary key (day, article_id)
);

-- Reactions by the hour and in all, so that no answer has to count rows. Whoever writes reactions notes by how many their number
-- changes, append only, so that readers who react to one article at once do not wait for each other; a job adds the notes up and
-- removes them in one transaction. What is not added up yet is counted from the notes.
create table reaction_change (
    article_id uuid not null,
    kind text not null,
    hour timestamptz not null,
    change integer not null
);
create index reaction_change_of on reaction_change (article_id);

-- No check that numbers are positive: it would refuse a negative change before that is added to what is there.
create table reaction_hour (
    hour timestamptz not null,
    article_id uuid not null,
    kind text not null,
    reactions integer not null,
    primary key (hour, article_id, kind)
);

create table reaction_total (
    article_id uuid not null,
    kind text not null,
    reactions bigint not null,
    primary key (article_id, kind)
);

-- Triggers, since nodes of the version before write reactions too while they are being replaced.
create function note_reactions() returns trigger language plpgsql as $$
begin
    insert into reaction_change (article_id, kind, hour, change)
    select article_id, kind, date_trunc('hour', at, 'UTC'), case tg_op when 'INSERT' then count(*) else -count(*) end
    from written
    group by 1, 2, 3;
    return null;
end $$;
create trigger reaction_given after insert on reaction
    referencing new table as written for each statement execute function note_reactions();
create trigger reaction_taken_back after delete on reaction
    referencing old table as written for each statement execute function note_reactions();

insert into reaction_hour (hour, article_id, kind, reactions)
select date_trunc('hour', at, 'UTC'), article_id, kind, count(*) from reaction group by 1, 2, 3;
insert into reaction_total (article_id, kind, reactions)
select article_id, kind, count(*) from reaction group by 1, 2;
