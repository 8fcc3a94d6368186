-- What a citizen began to fill in and has not filed. Sealed; swept when it was left alone for long.
create table certificate_request_draft (
    id         uuid        primary key,
    citizen    uuid        not null,
    form       bytea       not null,
    touched_at timestamptz not null,
    version    bigint      not null
);
create index certificate_request_draft_of_citizen on certificate_request_draft (citizen, touched_at desc);
create index certificate_request_draft_left_alone on certificate_request_draft (touched_at);
