-- Where the latest version of an episode lies, so that a correction finds it without looking through all records. The
-- columns of V1 keep the receipt of the first version; those of later ones are in ingest_version.
alter table ingest_key add column fingerprint bytea check (length(fingerprint) = 32);
alter table ingest_key add column version int not null default 1 check (version >= 1);
alter table ingest_key add column record_id uuid;
alter table ingest_key add column retracted_at timestamptz;
alter table ingest_key add column retracted_because text
    check (retracted_because in ('WRONG_PATIENT', 'ENTERED_IN_ERROR', 'DUPLICATE'));
alter table ingest_key add check ((retracted_at is null) = (retracted_because is null));
update ingest_key k set record_id = v.record_id from visit v where v.id = k.visit_id;

-- The receipts of corrections: few, because most episodes are sent once.
create table ingest_version (
    facility     text        not null,
    episode      text        not null,
    version      int         not null check (version >= 2),
    fingerprint  bytea       not null check (length(fingerprint) = 32),
    status       text        not null check (status in ('FILED', 'HELD')),
    held_because text        check (held_because in ('NUMBER_NOT_VALID', 'IDENTITY_DIFFERS')),
    received_at  timestamptz not null,
    primary key (facility, episode, version),
    unique (facility, episode, fingerprint),
    check ((status = 'HELD') = (held_because is not null))
) partition by hash (facility, episode);

alter table visit add column version int not null default 1 check (version >= 1);
alter table visit add column retracted_at timestamptz;
alter table visit add column retracted_because text
    check (retracted_because in ('WRONG_PATIENT', 'ENTERED_IN_ERROR', 'DUPLICATE'));
alter table visit add check ((retracted_at is null) = (retracted_because is null));
alter table held_visit add column version int not null default 1 check (version >= 1);

-- What a correction replaced, sealed as it was: with the key of the record, or of the visit where it was held.
create table earlier_version (
    subject     uuid        not null,
    visit_id    uuid        not null,
    version     int         not null check (version >= 1),
    received_at timestamptz not null,
    format      text        not null check (format in ('CLAIM_XML', 'FHIR_JSON')),
    sha256      bytea       not null check (length(sha256) = 32),
    summary     bytea       not null,
    document    bytea       not null,
    primary key (subject, visit_id, version)
) partition by hash (subject);
alter table earlier_version alter column document set storage external;

do $$
begin
    for i in 0..15 loop
        execute format('create table ingest_version_%s partition of ingest_version for values with (modulus 16, remainder %s)', i, i);
        execute format('create table earlier_version_%s partition of earlier_version for values with (modulus 16, remainder %s)', i, i);
    end loop;
end
$$;
