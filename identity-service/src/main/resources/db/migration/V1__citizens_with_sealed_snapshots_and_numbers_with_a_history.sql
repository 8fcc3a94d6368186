-- Whatever is personal is sealed with a key of the citizen: without that key a copy of this table tells nothing.
create table citizen (
    id             uuid primary key,
    account_level  integer     not null check (account_level in (1, 2)),
    snapshot       bytea       not null,
    contact_points bytea       not null,
    manual_check   boolean     not null,
    registered_at  timestamptz not null,
    version        bigint      not null check (version > 0)
);

-- The few whom a person should look at.
create index citizen_to_check on citizen (registered_at) where manual_check;

-- No unique personal number on the person: numbers are cancelled and given anew, and a cancelled one stays findable.
create table person_identifier (
    id           uuid primary key,
    citizen_id   uuid        not null references citizen (id),
    type         text        not null check (type in ('PERSONAL_NUMBER', 'OLD_ID_CARD', 'PASSPORT')),
    mark         bytea       not null check (length(mark) = 32),
    sealed_value bytea       not null,
    status       text        not null check (status in ('ACTIVE', 'CANCELLED', 'REPLACED')),
    valid_from   timestamptz not null,
    valid_to     timestamptz,
    check (valid_to is null or valid_to >= valid_from),
    check ((status = 'ACTIVE') = (valid_to is null))
);

-- Of those in force, one number is one person's.
create unique index person_identifier_in_force on person_identifier (type, mark) where status = 'ACTIVE';
create index person_identifier_of_citizen on person_identifier (citizen_id);
