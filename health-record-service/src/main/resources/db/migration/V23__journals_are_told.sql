-- The facilities that were shown something of a record: the first time its owner is told.
create table access_facility (
    record_id uuid        not null,
    facility  text        not null,
    first_at  timestamptz not null,
    primary key (record_id, facility)
) partition by hash (record_id);

-- How far the end of a chain was told to others, and on which day.
alter table access_chain add column told_length bigint not null default 0;
alter table access_chain add column told_on date;
alter table access_chain add check (told_length <= length);
create index access_chain_untold on access_chain (told_on) where length > told_length;

do $$
begin
    for i in 0..15 loop
        execute format('create table access_facility_%s partition of access_facility for values with (modulus 16, remainder %s)', i, i);
    end loop;
end
$$;
