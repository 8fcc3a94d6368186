-- Money owed back: at most one order per transfer; its id is the key the bank knows it by. target (the payer's account)
-- is sealed. next_at: when it is ordered, or when the bank is asked what came of it.
create table refund (
    id             uuid        primary key,
    transaction_id text        not null unique references payment,
    request_id     uuid        references certificate_request,
    amount         bigint      not null check (amount > 0),
    target         bytea,
    sealed_for     uuid        not null,
    status         text        not null check (status in ('OWED', 'ORDERED', 'UNKNOWN', 'DONE', 'FAILED')),
    since          timestamptz not null,
    next_at        timestamptz,
    outcome        text,
    attempts       int         not null,
    owed_at        timestamptz not null,
    constraint what_is_over_has_an_outcome check ((status in ('DONE', 'FAILED')) = (outcome is not null)),
    constraint what_is_not_over_is_looked_at_again check ((status in ('DONE', 'FAILED')) = (next_at is null))
);
create index refund_to_do on refund (next_at, id) where next_at is not null;
create index refund_newest on refund (owed_at desc, id desc);
-- What was owed back before there were refunds: the bank had not told from where it came.
insert into refund (id, transaction_id, request_id, amount, sealed_for, status, since, next_at, attempts, owed_at)
    select gen_random_uuid(), transaction_id, request_id, surplus,
           '00000000-0000-0000-0000-000000000000', 'OWED', told_at, told_at, 0, told_at
    from payment where surplus > 0;

-- Where the bank told of a transfer first, and from where it came (sealed).
alter table payment add column payer bytea;
alter table payment add column told_by text not null default 'NOTIFICATION'
    check (told_by in ('NOTIFICATION', 'RECONCILIATION'));
create index payment_by_day on payment (paid_at);

-- Receipts (biên lai thu phí): numbered per agency and day without gaps. The number is taken in the transaction in which
-- the fee comes in, under the lock of its series; a transaction that fails gives it back. Content is sealed.
create table receipt_series (
    agency text   not null,
    day    date   not null,
    last   bigint not null check (last > 0),
    primary key (agency, day)
);
create table receipt (
    id         uuid        primary key,
    request_id uuid        not null unique references certificate_request,
    agency     text        not null,
    day        date        not null,
    serial     bigint      not null,
    issued_at  timestamptz not null,
    content    bytea       not null,
    statement  bytea,
    unique (agency, day, serial)
);

-- The bank's file of a day, and what it says otherwise than we do.
create table reconciliation (
    day       date        primary key,
    digest    text        not null,
    count     int         not null,
    total     bigint      not null,
    read_at   timestamptz not null
);
create table reconciliation_line (
    day            date   not null references reconciliation on delete cascade,
    transaction_id text   not null,
    result         text   not null,
    theirs         bigint,
    ours           bigint,
    primary key (day, transaction_id)
);
