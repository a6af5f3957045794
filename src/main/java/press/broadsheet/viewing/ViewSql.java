package press.broadsheet.viewing;

/**
 * What writes views. Rows are written in the order of their keys, so that nodes that write the same ones at once wait for each other
 * in one direction.
 */
final class ViewSql {
    /** Adds to hours and totals what readers can see. */
    static final String ADD = """
            with given as materialized (
                select article_id, hour, cast(sum(views) as integer) as views
                from unnest(:articles, :hours, :views) as t (article_id, hour, views)
                where exists (select from published_article a where a.id = t.article_id)
                group by 1, 2),
            counted as (
                insert into article_views as present (hour, article_id, views)
                select hour, article_id, views from given order by 1, 2
                on conflict (hour, article_id) do update set views = present.views + excluded.views)
            insert into article_view_total as total (article_id, views)
            select article_id, sum(views) from given group by 1 order by 1
            on conflict (article_id) do update set views = total.views + excluded.views""";

    /** Sets hours that are not rolled up. */
    static final String SET = """
            with given as (
                select article_id, date_trunc('hour', hour, 'UTC') as hour, max(views) as views
                from unnest(:articles, :hours, :views) as t (article_id, hour, views)
                group by 1, 2),
            changed as materialized (
                select article_id, hour, given.views, given.views - coalesce(old.views, 0) as difference
                from given left join article_views old using (article_id, hour)
                where given.views is distinct from old.views),
            written as (
                insert into article_views (hour, article_id, views)
                select hour, article_id, views from changed order by 1, 2
                on conflict (hour, article_id) do update set views = excluded.views),
            totals as (
                insert into article_view_total as total (article_id, views)
                select article_id, coalesce(present.views, 0) + differences.sum
                from (select article_id, sum(difference) from changed group by 1) differences
                left join article_view_total present using (article_id)
                where differences.sum <> 0 order by 1
                on conflict (article_id) do update set views = excluded.views)
            select cast(count(*) as integer) from changed""";

    /** Makes hours again of the days in which there are some of these. */
    static final String UNROLL = """
            with days as (
                select distinct article_id, cast(hour at time zone 'UTC' as date) as day
                from unnest(:articles, :hours) as t (article_id, hour)),
            taken as (
                delete from article_views_day rolled using days
                where rolled.day = days.day and rolled.article_id = days.article_id
                returning rolled.day, rolled.article_id, rolled.hours)
            insert into article_views as present (hour, article_id, views)
            select (day + make_interval(hours => cast(number as integer) - 1)) at time zone 'UTC', article_id, views
            from taken cross join unnest(hours) with ordinality as each (views, number)
            where views > 0 order by 1, 2
            on conflict (hour, article_id) do update set views = present.views + excluded.views""";

    /** Makes days of the oldest hours. */
    static final String ROLL = """
            with taken as materialized (
                delete from article_views
                where (hour, article_id) in (
                    select hour, article_id from article_views
                    where hour < date_trunc('day', now(), 'UTC') - make_interval(days => :days)
                    order by hour, article_id limit :limit)
                returning cast(hour at time zone 'UTC' as date) as day,
                          cast(extract(hour from hour at time zone 'UTC') as integer) as number, article_id, views),
            rolled as (
                insert into article_views_day as present (day, article_id, hours)
                select day, article_id, array_agg(coalesce(views, 0) order by number)
                from (select distinct day, article_id from taken) days
                cross join generate_series(0, 23) number
                left join taken using (day, article_id, number)
                group by 1, 2 order by 1, 2
                on conflict (day, article_id) do update
                    set hours = array(select a + b from unnest(present.hours, excluded.hours)
                                          with ordinality as both_of (a, b, number) order by number))
            select cast(count(*) as integer) from taken""";

    private ViewSql() {}
}
