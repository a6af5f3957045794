-- The last batch of views that each process has written, in the transaction of the batch: a flush whose answer was lost is sent
-- again under the same number and then counts nothing.
create table view_flush (
    node uuid primary key,
    batch bigint not null,
    at timestamptz not null default now()
);
