-- Who reads for a child or a ward, found by the guardian.
create table access_guardianship (
    guardian    uuid        not null,
    id          uuid        not null,
    record_id   uuid        not null,
    relation    text        not null check (relation in ('CHILD', 'WARD')),
    given_at    timestamptz not null,
    valid_until timestamptz not null check (valid_until > given_at),
    ended_at    timestamptz,
    primary key (guardian, id)
) partition by hash (guardian);

do $$
begin
    for i in 0..15 loop
        execute format('create table access_guardianship_%s partition of access_guardianship for values with (modulus 16, remainder %s)', i, i);
    end loop;
end
$$;
