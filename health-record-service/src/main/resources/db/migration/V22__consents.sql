-- What a professional of a facility asked for, and what became of it. Who exactly asked, for what, and what was granted is
-- sealed with the key of the record. Whoever asked and was not answered yet asks no second time.
create table access_consent (
    record_id   uuid        not null,
    id          uuid        not null,
    person      uuid        not null,
    facility    text        not null,
    state       text        not null check (state in ('ASKED', 'GRANTED', 'REFUSED', 'REVOKED')),
    asked_at    timestamptz not null,
    answered_at timestamptz,
    revoked_at  timestamptz,
    content     bytea       not null,
    primary key (record_id, id),
    check ((state = 'ASKED') = (answered_at is null)),
    check ((state = 'REVOKED') = (revoked_at is not null))
) partition by hash (record_id);
create unique index access_consent_open on access_consent (record_id, person, facility) where state = 'ASKED';
create index access_consent_latest_first on access_consent (record_id, asked_at desc, id desc);

do $$
begin
    for i in 0..15 loop
        execute format('create table access_consent_%s partition of access_consent for values with (modulus 16, remainder %s)', i, i);
    end loop;
end
$$;
