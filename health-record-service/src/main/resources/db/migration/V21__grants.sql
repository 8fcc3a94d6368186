-- Which record a consent, an emergency access or a guardianship is about: those who hold one know its id alone.
create table access_key (
    id        uuid primary key,
    record_id uuid not null
) partition by hash (id);

-- What others may read. What exactly is opened is sealed with the key of the record.
create table access_grant (
    record_id    uuid        not null,
    id           uuid        not null,
    access_right text        not null check (access_right in ('CONSENT', 'EMERGENCY', 'GUARDIAN')),
    holder       uuid        not null,
    facility     text,
    valid_from   timestamptz not null,
    valid_until  timestamptz not null,
    ended_at     timestamptz,
    terms        bytea       not null,
    primary key (record_id, id)
) partition by hash (record_id);

do $$
begin
    for i in 0..15 loop
        execute format('create table access_key_%s partition of access_key for values with (modulus 16, remainder %s)', i, i);
        execute format('create table access_grant_%s partition of access_grant for values with (modulus 16, remainder %s)', i, i);
    end loop;
end
$$;
