-- Answers an agency had on a day (Hà Nội), for each of its procedures.
create table agency_quota (
    organisation text not null,
    procedure    text not null,
    day          date not null,
    used         int  not null check (used > 0),
    primary key (organisation, procedure, day)
);

-- Certificates issued, recalled or replaced, for agencies that pull. The certificate's own row writes it, so that nobody who changes a
-- standing can forget to. Ordered by transaction: numbers are given before a transaction commits, and a reader who went by them alone
-- would pass over one that commits late.
create table certificate_feed (
    transaction    xid8        not null default pg_current_xact_id(),
    number         bigint      generated always as identity,
    certificate_id uuid        not null references certificate,
    kind           text        not null,
    agency         text        not null,
    standing       text        not null,
    at             timestamptz not null,
    digest         text        not null,
    primary key (transaction, number)
);

insert into certificate_feed (certificate_id, kind, agency, standing, at, digest)
select id, kind, agency, standing, standing_since, digest from certificate order by issued_at, id;

create function certificate_tells_the_feed() returns trigger language plpgsql as $$
begin
    insert into certificate_feed (certificate_id, kind, agency, standing, at, digest)
    values (new.id, new.kind, new.agency, new.standing, new.standing_since, new.digest);
    return null;
end $$;
create trigger an_issued_certificate_is_in_the_feed after insert on certificate
    for each row execute function certificate_tells_the_feed();
create trigger a_changed_standing_is_in_the_feed after update of standing on certificate
    for each row when (old.standing is distinct from new.standing) execute function certificate_tells_the_feed();
