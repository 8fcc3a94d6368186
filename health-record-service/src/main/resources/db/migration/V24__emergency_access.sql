-- Records that were opened in an emergency: each is a case for the privacy officer of the facility. Who, why, and what the
-- officer found is sealed with the key of the record.
create table access_emergency (
    record_id     uuid        not null,
    id            uuid        not null,
    person        uuid        not null,
    facility      text        not null,
    opened_at     timestamptz not null,
    open_until    timestamptz not null check (open_until > opened_at),
    opened_before int         not null check (opened_before >= 0),
    closed_at     timestamptz,
    content       bytea       not null,
    primary key (record_id, id)
) partition by hash (record_id);
create index access_emergency_of_person on access_emergency (record_id, person, opened_at desc);
create index access_emergency_queue on access_emergency (facility, opened_at, id) where closed_at is null;

do $$
begin
    for i in 0..15 loop
        execute format('create table access_emergency_%s partition of access_emergency for values with (modulus 16, remainder %s)', i, i);
    end loop;
end
$$;
