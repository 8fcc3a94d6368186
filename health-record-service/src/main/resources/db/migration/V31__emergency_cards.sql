-- Keys that sign health cards, sealed with the key of the service. The public half is published.
create table issuer_key (
    id      text        primary key,
    made_at timestamptz not null,
    secret  bytea       not null
);

-- Cards that count no more, as verifiers read it: nobody can be told from a rid.
create table revoked_card (
    key_id     text        not null,
    rid        text        not null check (rid ~ '^[A-Za-z0-9_-]{1,24}$'),
    revoked_at timestamptz not null,
    primary key (key_id, rid)
);

-- Emergency cards, sealed with the key of the record: they tell who it is and what they suffer from.
create table emergency_card (
    record_id  uuid        not null,
    id         uuid        not null,
    key_id     text        not null,
    rid        text        not null,
    jws        bytea       not null,
    issued_at  timestamptz not null,
    until      timestamptz not null,
    revoked_at timestamptz,
    primary key (record_id, id)
) partition by hash (record_id);

do $$
begin
    for i in 0..15 loop
        execute format('create table emergency_card_%s partition of emergency_card for values with (modulus 16, remainder %s)', i, i);
    end loop;
end
$$;
