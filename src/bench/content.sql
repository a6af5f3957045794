-- Synthetic content: as many articles as bench.articles says, over ten years, in an empty database. A statement ends with a
-- semicolon and an empty line; each is a transaction of its own. What is chosen by chance is the same in every run, and what
-- an article has on average is the same for every size.

select setseed(0.25);

create temp table word as
select row_number() over () as n, word
from regexp_split_to_table(
    'harbour council ferry wall budget school river market station orchestra storm bridge museum vote library strike '
    'garden hospital tunnel festival fishery mayor tram housing flood court theatre cathedral bakery airport rowing forest '
    'union island railway gallery quarry lighthouse parliament factory choir vineyard cyclist referee telescope glacier '
    'opens closes returns waits grows falls rises doubles asks answers warns promises delays finds loses wins repairs '
    'old new quiet late early northern southern narrow public private second third last first green cold bright empty '
    'against before after behind beside without between under over through toward beyond during despite among '
    'plan price night winter summer morning crowd letter promise summit record number report reason answer gap light', ' ') word;

-- Sentences and halves of titles are made once and then drawn: to draw every word of every article would take an hour.
-- Texts are of 30,000 made-up words, used by the law of Zipf as in any language, so that likeness has something to tell.
create temp table vocabulary as
select n,
       substr('bdfgklmnprstvz', 1 + x % 14, 1) || substr('aeiou', 1 + x / 14 % 5, 1)
           || substr('bdfgklmnprstvz', 1 + x / 70 % 14, 1) || substr('aeiou', 1 + x / 980 % 5, 1)
           || substr('bdfgklmnprstvz', 1 + x / 4900 % 14, 1) || substr('aeiou', 1 + x / 68600 % 5, 1) as word
from (select n, n * 7919 % 343000 as x from generate_series(1, 30000) n) number;

create temp table sentence as
select drawn.n, upper(left(string_agg(word, ' '), 1)) || substr(string_agg(word, ' '), 2) || '.' as text
from (select n, floor(exp(random() * ln(30001)))::int as rank
      from generate_series(0, 49999) n cross join generate_series(1, 14)) drawn
join vocabulary on vocabulary.n = drawn.rank
group by drawn.n;

create temp table phrase as
select phrase.n, string_agg(word, ' ' order by pick) as text
from generate_series(0, 9999) phrase (n)
cross join generate_series(1, 4) pick
join word on word.n = 1 + abs(hashint4(phrase.n * 7 + pick)) % (select count(*) from word)
group by phrase.n;

-- Eight sections with six below each.
create temp table planned_section as
select n, n / 7 as top, n % 7 as below, uuidv7(interval '-11 years') as id from generate_series(0, 55) n;

insert into section (id, parent_id, slug, name, path, trail, position)
select s.id,
       case when s.below > 0 then t.id end,
       named.slug,
       named.slug,
       case when s.below > 0 then '/section-' || s.top else '' end || '/' || named.slug,
       case when s.below > 0
            then jsonb_build_array(
                jsonb_build_object('id', t.id, 'slug', 'section-' || s.top, 'name', 'section-' || s.top,
                                   'path', '/section-' || s.top),
                jsonb_build_object('id', s.id, 'slug', named.slug, 'name', named.slug,
                                   'path', '/section-' || s.top || '/' || named.slug))
            else jsonb_build_array(
                jsonb_build_object('id', s.id, 'slug', named.slug, 'name', named.slug, 'path', '/' || named.slug)) end,
       s.n
from planned_section s
join planned_section t on t.top = s.top and t.below = 0
cross join lateral (
    select 'section-' || s.top || case when s.below > 0 then '-' || s.below else '' end as slug) named
order by s.n;

-- Tag 1 stands most often, tag n an n-th as often: the law of Zipf. Authors likewise.
create temp table planned_tag as
select n, uuidv7(interval '-11 years') as id from generate_series(1, 2000) n;

insert into tag (id, slug, type, name)
select id, 'tag-' || n, (array['person', 'place', 'organisation', 'topic', 'event', 'work', 'series'])[1 + n % 7], 'Tag ' || n
from planned_tag;

create temp table planned_author as
select n, uuidv7(interval '-11 years') as id from generate_series(1, 500) n;

insert into author (id, slug, name) select id, 'author-' || n, 'Author ' || n from planned_author;

-- Article n is younger than article n - 1; the last came out a minute ago. Ids are in that order, as they are in life.
create temp table planned as
select n, uuidv7(published_at - now()) as id, published_at, floor(random() * 56)::int as section,
       floor(random() * 10000)::int as opening, floor(random() * 10000)::int as ending, floor(random() * 50000)::int as sentence
from generate_series(1, current_setting('bench.articles')::int) n
cross join lateral (
    select now() - interval '1 minute'
           - interval '10 years' * (1 - n / current_setting('bench.articles')::float8) as published_at) instant;

analyze planned;

insert into article (id, slug, type, title, summary, lang, section_id, story_id, state, published_at, created_at,
                     updated_at)
select a.id, replace(o.text || ' ' || e.text, ' ', '-') || '-' || a.n, 'article', initcap(o.text || ' ' || e.text), s.text, 'en',
       section.id, a.id, 'published', a.published_at, a.published_at, a.published_at
from planned a
join phrase o on o.n = a.opening
join phrase e on e.n = a.ending
join sentence s on s.n = a.sentence
join planned_section section on section.n = a.section
order by a.n;

insert into article_body (article_id, raw, format, policy, html, text, words)
select a.id, '<p>' || body.text || '</p>', 'HTML', '1', '<p>' || body.text || '</p>', body.text,
       1 + length(body.text) - length(replace(body.text, ' ', ''))
from planned a
join sentence one on one.n = a.sentence
join sentence two on two.n = (a.sentence + a.opening * 5) % 50000
join sentence three on three.n = (a.sentence + a.ending * 5) % 50000
cross join lateral (
    -- Each rare word stands in twenty articles, all over the years.
    select one.text || ' ' || two.text || ' ' || three.text
           || ' Case k' || a.n % greatest(current_setting('bench.articles')::int / 20, 1) || '.' as text) body
order by a.n;

-- Four to eight draws, of which the same tag counts once: mostly three to seven tags, the commonest first.
insert into article_tag (article_id, position, tag_id, published_at)
select drawn.id, row_number() over (partition by drawn.id order by drawn.rank) - 1, tag.id, drawn.published_at
from (select distinct id, published_at, floor(exp(random() * ln(2001)))::int as rank
      from planned cross join generate_series(1, 4 + planned.n % 5)) drawn
join planned_tag tag on tag.n = drawn.rank;

insert into article_author (article_id, position, author_id, published_at)
select a.id, 0, author.id, a.published_at
from (select *, floor(exp(random() * ln(501)))::int as rank from planned) a
join planned_author author on author.n = a.rank;

-- The same number of articles is read in the last 24 hours, whatever the size of the archive: the newest 2,000, in eight
-- hours each. Every article was read in the hour it came out.
insert into article_views (hour, article_id, views)
select date_trunc('hour', now()) - hours * interval '1 hour', id, 1 + floor(1000 / (1 + random() * 999))::int
from planned
cross join generate_series(0, 21, 3) hours
where n > current_setting('bench.articles')::int - 2000
union all
select date_trunc('hour', published_at), id, 1 + floor(100 * random())::int
from planned
where published_at < now() - interval '26 hours';

insert into article_view_total (article_id, views)
select article_id, sum(views) from article_views group by article_id;

insert into reaction (article_id, kind, reader, at)
select id, 'like', decode(md5(n::text), 'hex'), published_at from planned where n % 10 = 0;

insert into collection_item (collection_id, position, article_id)
select collection.id, row_number() over (order by planned.n desc) - 1, planned.id
from collection cross join (select * from planned order by n desc limit 30) planned
where collection.slug = 'featured';

update tag set articles = counted.articles
from (select tag_id, count(*) as articles from article_tag group by tag_id) counted
where counted.tag_id = tag.id;

insert into article_search (article_id, config, vector)
select a.id, search_config(a.lang), search_vector(a) from article a order by a.id;

insert into search_word (word)
select word from article, search_words(title) word
union select word from tag, search_words(name) word
union select word from author, search_words(name) word;
