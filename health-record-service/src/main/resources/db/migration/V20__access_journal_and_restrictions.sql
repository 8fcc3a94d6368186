-- The end of each record's journal. Its row is what readings of one record wait for, one after the other.
create table access_chain (
    record_id uuid   primary key,
    length    bigint not null check (length >= 0),
    head      bytea  not null check (length(head) = 32)
) partition by hash (record_id);

-- Who looked, sealed with the key of the record. In clear is what the owner filters by and what the chain is made of.
create table access_entry (
    record_id    uuid        not null,
    sequence     bigint      not null check (sequence >= 1),
    at           timestamptz not null,
    outcome      text        not null check (outcome in ('SHOWN', 'NOTHING', 'REFUSED')),
    access_right text        not null
        check (access_right in ('CONSENT', 'TREATING_SESSION', 'EMERGENCY', 'SHARE', 'GUARDIAN')),
    grant_id     uuid        not null,
    facility     text,
    hash         bytea       not null check (length(hash) = 32),
    line         bytea       not null,
    primary key (record_id, sequence)
) partition by hash (record_id);
create index access_entry_by_grant on access_entry (record_id, grant_id, at);

-- What its owner keeps from others: what a facility filed, a kind of data, a visit, or all of it from one facility.
create table access_denial (
    record_id    uuid        not null,
    id           uuid        not null,
    target       text        not null check (target in ('FILED_BY', 'KIND', 'VISIT', 'READ_BY')),
    value        text        not null,
    in_emergency boolean     not null,
    denied_at    timestamptz not null,
    primary key (record_id, id),
    unique (record_id, target, value)
) partition by hash (record_id);

do $$
begin
    for i in 0..15 loop
        execute format('create table access_chain_%s partition of access_chain for values with (modulus 16, remainder %s)', i, i);
        execute format('create table access_entry_%s partition of access_entry for values with (modulus 16, remainder %s)', i, i);
        execute format('create table access_denial_%s partition of access_denial for values with (modulus 16, remainder %s)', i, i);
    end loop;
end
$$;

-- An entry is written once.
create function access_entry_stays() returns trigger language plpgsql as $$
begin
    raise exception 'an entry of an access journal is neither changed nor removed';
end
$$;
create trigger access_entry_stays before update or delete on access_entry
    for each row execute function access_entry_stays();
