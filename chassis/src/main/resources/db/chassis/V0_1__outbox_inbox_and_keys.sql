-- Facts to be told: the truth about what was committed. Kept longer than Kafka keeps its records, then purged by age.
create table outbox (
    id          uuid        primary key,
    position    bigint      generated always as identity,
    topic       text        not null,
    message     bytea       not null,
    recorded_at timestamptz not null default clock_timestamp()
);
create index outbox_by_time on outbox (recorded_at, position);

-- Up to when the reconciler has seen every fact on its topic.
create table outbox_reconciled (
    only_row   boolean     primary key default true check (only_row),
    up_to          timestamptz not null,
    up_to_position bigint      not null
);

-- The relay reads logical messages and no table: its publication is empty.
create publication outbox;

-- Facts of others that were taken in: one row per event and group, in the transaction of the effect.
create table inbox (
    event_id uuid        not null,
    consumer text        not null,
    taken_at timestamptz not null default now(),
    primary key (event_id, consumer)
);
create index inbox_by_time on inbox (taken_at);

-- First answers, by the key of the command.
create table idempotency_key (
    operation   text        not null,
    caller      text        not null,
    key         text        not null,
    fingerprint bytea       not null,
    status      integer,
    location    text,
    body        text,
    kept_at     timestamptz not null default now(),
    primary key (operation, caller, key)
);
create index idempotency_key_by_time on idempotency_key (kept_at);

-- Data keys of subjects, wrapped by the key of the service.
create table subject_key (
    subject uuid  primary key,
    wrapped bytea not null
);
