-- A record per personal number. Both its keys are unique, so it cannot be partitioned by one of them: 32 million short
-- rows need no partitions.
create table health_record (
    id            uuid        primary key,
    mark          bytea       not null unique check (length(mark) = 32),
    opened_at     timestamptz not null,
    citizen_id    uuid        unique,
    vouched       bytea       check (length(vouched) in (32, 64, 96)),
    integrated_at timestamptz,
    version       bigint      not null check (version >= 0),
    check ((citizen_id is null) = (vouched is null) and (citizen_id is null) = (integrated_at is null))
);

-- Each visit once by facility and episode, whoever's record it is in: a key of its own, because a unique key of a
-- partitioned table must hold the partition key. It keeps the receipt.
create table ingest_key (
    facility     text        not null,
    episode      text        not null,
    visit_id     uuid        not null,
    sha256       bytea       not null check (length(sha256) = 32),
    status       text        check (status in ('FILED', 'HELD')),
    held_because text        check (held_because in ('NUMBER_NOT_VALID', 'IDENTITY_DIFFERS')),
    received_at  timestamptz not null,
    primary key (facility, episode),
    check ((status = 'HELD') = (held_because is not null))
) partition by hash (facility, episode);

-- What was found is sealed with the key of the record; when and where is in clear, for the timeline.
create table visit (
    record_id     uuid        not null,
    id            uuid        not null,
    facility      text        not null,
    episode       text        not null,
    admitted_at   timestamptz not null,
    discharged_at timestamptz check (discharged_at >= admitted_at),
    received_at   timestamptz not null,
    format        text        not null check (format in ('CLAIM_XML', 'FHIR_JSON')),
    demographics  bytea       not null check (length(demographics) in (32, 64, 96)),
    summary       bytea       not null,
    primary key (record_id, id)
) partition by hash (record_id);
create index visit_newest_first on visit (record_id, admitted_at desc, id desc);

-- The documents, byte for byte once unsealed and unpacked. Already packed: storage should not try again.
create table visit_document (
    record_id uuid  not null,
    visit_id  uuid  not null,
    sha256    bytea not null check (length(sha256) = 32),
    document  bytea not null,
    primary key (record_id, visit_id)
) partition by hash (record_id);
alter table visit_document alter column document set storage external;

-- Visits that may be somebody else's: in nobody's record, each sealed with a key of its own.
create table held_visit (
    id           uuid        primary key,
    record_id    uuid        references health_record (id),
    because      text        not null check (because in ('NUMBER_NOT_VALID', 'IDENTITY_DIFFERS')),
    facility     text        not null,
    episode      text        not null,
    admitted_at  timestamptz not null,
    received_at  timestamptz not null,
    held_at      timestamptz not null,
    format       text        not null check (format in ('CLAIM_XML', 'FHIR_JSON')),
    demographics bytea       not null check (length(demographics) in (32, 64, 96)),
    sha256       bytea       not null check (length(sha256) = 32),
    summary      bytea       not null,
    document     bytea       not null
);
alter table held_visit alter column document set storage external;
create index held_visit_of_record on held_visit (record_id);

do $$
begin
    for i in 0..15 loop
        execute format('create table ingest_key_%s partition of ingest_key for values with (modulus 16, remainder %s)', i, i);
        execute format('create table visit_%s partition of visit for values with (modulus 16, remainder %s)', i, i);
        execute format('create table visit_document_%s partition of visit_document for values with (modulus 16, remainder %s)', i, i);
    end loop;
end
$$;
