-- What a certificate says, for machines, sealed with the holder's key: as it stood on the day of issue, whatever the register says later.
create table certificate_attestation (
    certificate_id uuid  primary key references certificate,
    content        bytea not null
);

-- Offers of a certificate to a wallet. Every secret is a mark (HMAC with a key outside the database) of what the wallet shows.
create table credential_offer (
    id             uuid        primary key,
    holder         uuid        not null,
    request_id     uuid        not null references certificate_request,
    reference_mark bytea       not null unique,
    code_mark      bytea       not null unique,
    attempts_left  int         not null check (attempts_left >= 0),
    made_at        timestamptz not null,
    expires_at     timestamptz not null,
    redeemed_at    timestamptz,
    access_mark    bytea       unique,
    access_until   timestamptz,
    refresh_mark   bytea       unique,
    refresh_until  timestamptz
);

-- What a wallet asked for with an offer, and whether it got it. keys are public keys of the wallet (JWK).
create table credential_delivery (
    id                uuid        primary key,
    offer_id          uuid        not null references credential_offer,
    keys              text        not null,
    transaction_mark  bytea       unique,
    notification_mark bytea       unique,
    asked_at          timestamptz not null,
    handed_out_at     timestamptz,
    event             text,
    event_at          timestamptz
);
create index credential_delivery_of_offer on credential_delivery (offer_id);

-- Nonces that were used, until they would be too old anyhow.
create table used_nonce (
    mark  bytea       primary key,
    until timestamptz not null
);
create index used_nonce_until on used_nonce (until);
