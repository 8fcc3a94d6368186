-- A holder's consent that somebody may ask whether a certificate is still current. The key is made from the id with a key outside the
-- database, and found by its mark; terms is sealed; proof is over all that was agreed to. Consents are kept when they end.
create table recheck_consent (
    id             uuid        primary key,
    certificate_id uuid        not null references certificate,
    holder         uuid        not null,
    key_mark       bytea       not null unique,
    terms          bytea       not null,
    text_version   text        not null,
    proof          text        not null check (proof ~ '^[0-9a-f]{64}$'),
    given_at       timestamptz not null,
    until          timestamptz not null check (until > given_at),
    per_day        int         not null check (per_day > 0),
    withdrawn_at   timestamptz,
    told           bigint      not null
);
create index consent_of_holder on recheck_consent (holder, given_at desc, id desc);

create table recheck (
    id         uuid        primary key,
    consent_id uuid        not null references recheck_consent,
    at         timestamptz not null,
    answer     text        not null
);
create index recheck_of_consent on recheck (consent_id, at desc, id desc);

-- How often it was asked on a day (Hà Nội).
create table recheck_count (
    consent_id uuid not null references recheck_consent,
    day        date not null,
    asked      int  not null,
    primary key (consent_id, day)
);
