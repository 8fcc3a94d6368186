-- Requests. papers and outcome are sealed with the citizen's key: who asked, for what, and what an officer wrote.
create table certificate_request (
    id                uuid        primary key,
    subject           uuid        not null,
    dossier_code      text        not null unique,
    kind              text        not null,
    channel           text        not null,
    procedure         text        not null,
    procedure_rule    text        not null,
    agency            text        not null,
    agency_rule       text        not null,
    fee_amount        bigint      not null check (fee_amount >= 0),
    fee_category      text        not null,
    fee_rule          text        not null,
    payment_reference text        not null unique,
    due_at            timestamptz not null,
    due_rule          text        not null,
    received_at       timestamptz not null,
    status            text        not null,
    since             timestamptz not null,
    certificate_id    uuid        unique,
    told              bigint      not null,
    papers            bytea       not null,
    outcome           bytea,
    not_before        timestamptz,
    touched_at        timestamptz not null,
    version           bigint      not null,
    constraint a_certificate_comes_with_its_status
        check ((status in ('ISSUED', 'DELIVERED')) = (certificate_id is not null))
);
create index certificate_request_of_subject on certificate_request (subject, received_at desc, id desc);
create index certificate_request_to_do on certificate_request (status, since, id)
    where status in ('CHECKING', 'ACCEPTED', 'REFERRED', 'SIGNING');

-- What the citizen sees of the way of a request: its own steps and the deliveries.
create table timeline_entry (
    id         uuid        primary key,
    request_id uuid        not null references certificate_request,
    at         timestamptz not null,
    step       text        not null
);
create index timeline_of_request on timeline_entry (request_id, at, id);

-- Every transfer the bank told, once; also those that belong to no request. surplus is owed back.
create table payment (
    transaction_id text        primary key,
    request_id     uuid        references certificate_request,
    amount         bigint      not null check (amount > 0),
    surplus        bigint      not null check (surplus between 0 and amount),
    outcome        text        not null,
    content        bytea       not null,
    paid_at        timestamptz not null,
    told_at        timestamptz not null
);
create index payment_of_request on payment (request_id);
create index payment_to_pay_back on payment (told_at) where surplus > 0;

create table dossier_serial (
    agency text   not null,
    day    date   not null,
    last   bigint not null,
    primary key (agency, day)
);
create sequence payment_reference_serial minvalue 0 maxvalue 99999999 cycle;

-- Judgments. Persons are found by marks (HMAC with a key outside the database); everything else is sealed.
create table judgment (
    id             uuid        primary key,
    court          text        not null,
    key_mark       bytea       not null unique,
    number_mark    bytea,
    namesake_mark  bytea       not null,
    content        bytea       not null,
    recorded_at    timestamptz not null
);
create index judgment_by_number on judgment (number_mark);
create index judgment_by_namesake on judgment (namesake_mark);

-- Certificates. One per request: whatever a worker does twice, slowly or half, the second row is refused.
create table certificate (
    id          uuid        primary key,
    request_id  uuid        not null unique references certificate_request,
    holder      uuid        not null,
    number      text        not null unique,
    kind        text        not null,
    agency      text        not null,
    template    text        not null,
    issued_at   timestamptz not null,
    digest      text        not null unique check (digest ~ '^[0-9a-f]{64}$'),
    size        bigint      not null,
    code_mark   bytea       not null unique,
    fields_mark bytea       not null,
    document    bytea       not null
);
create index certificate_of_holder on certificate (holder, issued_at desc);
create sequence certificate_number;
