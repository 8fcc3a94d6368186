-- The certificates of all keys that ever signed: whoever checks a paper off line looks the signer up by key id.
create table signing_certificate (
    key_id      text        primary key check (key_id ~ '^[0-9a-f]{16}$'),
    certificate bytea       not null,
    first_used  timestamptz not null
);

-- Bulk verification. What an organisation sent is sealed with a key of the job, in pieces that are worked off one after the
-- other: a piece goes away in the transaction that writes its results, the key when the last piece is done.
create table verification_job (
    id           uuid        primary key,
    organisation text        not null,
    reference    text,
    purpose      text,
    max_age_days integer,
    rows         integer     not null check (rows between 1 and 10000),
    done         integer     not null default 0 check (done between 0 and rows),
    created_at   timestamptz not null,
    finished_at  timestamptz,
    expires_at   timestamptz not null,
    not_before   timestamptz
);
create index verification_job_to_do on verification_job (created_at, id) where finished_at is null;
create index verification_job_to_drop on verification_job (expires_at);
create table verification_piece (
    job_id    uuid    not null references verification_job on delete cascade,
    first_row integer not null,
    content   bytea   not null,
    primary key (job_id, first_row)
);
create table verification_result (
    job_id  uuid    not null references verification_job on delete cascade,
    row     integer not null,
    content text    not null,
    primary key (job_id, row)
);
create table verification_quota (
    organisation text    not null,
    day          date    not null,
    used         integer not null,
    primary key (organisation, day)
);
