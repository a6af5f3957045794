-- Keys for signatures and keyed hashes, made by the application and shared by all of its nodes.
create table secret (
    name text primary key,
    value bytea not null check (octet_length(value) = 32)
);
