-- Files that show something. One that waits for its case is swept after a day; the content is sealed, with a key of its
-- own (sealed_for = id) until it is attached, then with that of the person the case is about.
create table evidence (
    id         uuid        primary key,
    owner      text        not null,
    kind       text        not null check (kind in ('PDF', 'JPEG', 'PNG')),
    size       bigint      not null check (size > 0),
    digest     text        not null check (digest ~ '^[0-9a-f]{64}$'),
    stored_at  timestamptz not null,
    request_id uuid        references certificate_request,
    used_for   text        check (used_for in ('WAIVER', 'AUTHORITY', 'SUPPLEMENT')),
    sealed_for uuid        not null,
    constraint what_is_attached_is_used check ((request_id is null) = (used_for is null))
);
create index evidence_that_waits on evidence (owner, stored_at) where request_id is null;
create index evidence_left_alone on evidence (stored_at) where request_id is null;
create index evidence_of_request on evidence (request_id) where request_id is not null;

create table evidence_content (
    evidence_id uuid  primary key references evidence on delete cascade,
    content     bytea not null
);
-- Scans are compressed already.
alter table evidence_content alter column content set storage external;

-- What a citizen said when something was asked for; sealed.
create table supplement (
    id         uuid        primary key,
    request_id uuid        not null references certificate_request,
    given_at   timestamptz not null,
    text       bytea       not null
);
create index supplement_of_request on supplement (request_id, given_at, id);
