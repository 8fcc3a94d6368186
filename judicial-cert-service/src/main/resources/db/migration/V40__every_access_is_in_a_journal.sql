-- Who looked at what is about a citizen: shares opened, re-checks, agencies, officers; also what was refused. Kept by citizen, or by a
-- mark of the personal number as far as no citizen is known. content is sealed.
create table journal_access (
    id             uuid        primary key,
    subject        uuid        not null,
    at             timestamptz not null,
    kind           text        not null,
    certificate_id uuid        references certificate,
    shown          text        not null,
    outcome        text        not null check (outcome in ('SHOWN', 'REFERRED', 'REFUSED')),
    content        bytea       not null
);
create index journal_of_subject on journal_access (subject, at desc, id desc);

-- What was written stays: no statement of this service, nor a hand at the database, changes or removes an entry by the way.
create function journal_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'the journal is append-only';
end $$;
create trigger journal_is_never_changed before update or delete on journal_access
    for each row execute function journal_is_append_only();
create trigger journal_is_never_emptied before truncate on journal_access
    for each statement execute function journal_is_append_only();
