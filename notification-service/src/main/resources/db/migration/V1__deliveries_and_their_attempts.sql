-- A message to a citizen over one channel. No address, no name: who and where is asked for at the moment of sending.
create table delivery (
    id               uuid primary key,
    citizen_id       uuid        not null,
    subject_type     text        not null check (subject_type in ('CERTIFICATE_REQUEST', 'HEALTH_RECORD')),
    subject_id       uuid        not null,
    subject_sequence bigint      not null,
    certificate_id   uuid,
    notice           text        not null,
    template         integer     not null,
    channel          text        not null check (channel in ('EMAIL', 'POST', 'IN_APP')),
    template_values  text        not null,
    state            text        not null,
    attempts         integer     not null check (attempts >= 0),
    lost             integer     not null check (lost >= 0),
    lease            uuid,
    due_at           timestamptz,
    recipient_masked text,
    tracking_number  text unique,
    reason           text,
    planned_at       timestamptz not null,
    changed_at       timestamptz not null,
    version          bigint      not null,
    -- The same event told again makes no second message.
    unique (subject_id, subject_sequence, notice, channel),
    check (state <> 'SENDING' or (lease is not null and due_at is not null)),
    check (state not in ('SENT', 'FAILED', 'DELIVERED', 'RETURNED') or due_at is null)
);

-- What a worker looks at; rows that nobody must look at are not in it.
create index delivery_due on delivery (due_at) where due_at is not null;
create index delivery_of_citizen on delivery (citizen_id, planned_at, id);
-- What an operator looks at.
create index delivery_unknown on delivery (changed_at) where state = 'UNKNOWN';

create table delivery_attempt (
    delivery_id uuid        not null references delivery (id),
    number      integer     not null,
    lease       uuid        not null,
    begun_at    timestamptz not null,
    ended_at    timestamptz,
    outcome     text,
    reason      text,
    primary key (delivery_id, number)
);
