-- The words of titles and names as they are written, folded, for suggestions where a search finds nothing. Words of what readers
-- do not see may be among them: none is suggested unless it finds something that they do.
create table search_word (word text primary key);
create index search_word_like on search_word using gin (word gin_trgm_ops) with (fastupdate = off);

create function search_words(texts text) returns setof text language sql stable as $$
    select word from unnest(tsvector_to_array(to_tsvector('public.search_simple', texts))) word
    where length(word) between 3 and 40 and word !~ '[0-9/@.]'
$$;

-- Always in one order: two that add the same words wait for each other, and never both.
create function search_learn(texts text) returns void language sql as $$
    insert into search_word (word)
    select word from search_words(texts) word
    where not exists (select from search_word known where known.word = word.word)
    order by word
    on conflict do nothing
$$;

create function search_learn_titles() returns trigger language plpgsql as $$
begin
    perform search_learn((select string_agg(title, ' ') from new_rows where state = 'published'));
    return null;
end $$;
create trigger search_learn_new_articles after insert on article
    referencing new table as new_rows for each statement execute function search_learn_titles();
create trigger search_learn_articles after update on article
    referencing new table as new_rows for each statement execute function search_learn_titles();

create function search_learn_names() returns trigger language plpgsql as $$
begin
    perform search_learn((select string_agg(name, ' ') from new_rows));
    return null;
end $$;
create trigger search_learn_new_tags after insert on tag
    referencing new table as new_rows for each statement execute function search_learn_names();
create trigger search_learn_tags after update on tag
    referencing new table as new_rows for each statement execute function search_learn_names();
create trigger search_learn_new_authors after insert on author
    referencing new table as new_rows for each statement execute function search_learn_names();
create trigger search_learn_authors after update on author
    referencing new table as new_rows for each statement execute function search_learn_names();

insert into search_word (word)
select word from article, search_words(title) word where state = 'published'
union select word from tag, search_words(name) word
union select word from author, search_words(name) word;
