-- Names under which tags, sections, authors and collections were known before. They lead to the thing for ever: a name once used
-- is never given to another thing of its kind. Without a foreign key: the names of what was deleted stay, and lead to nothing.
create table former_name (
    kind text not null check (kind in ('tag', 'section', 'author', 'collection')),
    -- A slug; of what was merged or deleted its id too; of a section that moved its path.
    name text not null,
    id uuid not null,
    since timestamptz not null default now(),
    primary key (kind, name)
);
create index former_name_of on former_name (kind, id);
