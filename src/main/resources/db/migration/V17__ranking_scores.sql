create index article_views_of on article_views (article_id, hour) include (views);
create index reaction_hour_of on reaction_hour (article_id, hour) include (reactions);

-- What each article has in each ranking and window, so that the best of a window are read off an index. Views of all time are
-- not here: article_view_total has them.
create table article_score (
    article_id uuid not null,
    metric text not null,
    span text not null,
    score float8 not null check (score > 0),
    primary key (article_id, metric, span)
);
create index article_ranked on article_score (metric, span, score desc, article_id);

-- Articles whose scores have to be counted anew, appended by whoever changes what they are counted from; the same one may stand
-- here several times.
create table article_due (article_id uuid not null);
create index article_due_id on article_due (article_id);

-- The hour that windows are counted back from, and the instant up to which all was counted.
create table score_state (
    single boolean primary key default true check (single),
    hour timestamptz not null,
    counted_at timestamptz not null
);
insert into score_state (hour, counted_at)
values (date_trunc('hour', now(), 'UTC'), now() - interval '1 day');

create function note_due() returns trigger language plpgsql as $$
begin
    insert into article_due (article_id) select distinct article_id from written;
    return null;
end $$;
create trigger views_counted after insert on article_views
    referencing new table as written for each statement execute function note_due();
create trigger views_added after update on article_views
    referencing new table as written for each statement execute function note_due();
create trigger reactions_counted after insert on reaction_hour
    referencing new table as written for each statement execute function note_due();
create trigger reactions_added after update on reaction_hour
    referencing new table as written for each statement execute function note_due();

insert into article_due (article_id)
select article_id from article_views where hour > now() - interval '31 days'
union
select article_id from reaction_hour;
