-- Who reads numbers, places in the status lists or places in the issuance log of certificates No. 1 must not find out that a No. 2
-- was issued, or recalled, in between. The release before goes on working beside this one and after it.

-- No. 2 has a series of its own, and its number says so. certificate_series is that of No. 1 from now on.
create table certificate_series_no_2 (
    agency text   not null,
    year   int    not null,
    last   bigint not null,
    primary key (agency, year)
);

-- Places in the status lists are drawn by lot; half of a list stays empty. The first list is one that the release before does not
-- reach. A decoy belongs to nobody, and seems not to be valid from a moment on.
create table certificate_status (
    status_index bigint primary key,
    decoy        text check (decoy in ('SUPERSEDED', 'REVOKED')),
    decoy_from   timestamptz,
    constraint a_decoy_is_whole check ((decoy is null) = (decoy_from is null))
);
create index certificate_status_decoy on certificate_status (status_index) where decoy is not null;
create sequence certificate_status_serial minvalue 0;
select setval('certificate_status_serial', (max(status_index) / 65536 + 2) * 32768, false)
from certificate having count(*) > 0;

-- Entries that stand for nothing are spread among those of certificates. Whoever knows the id of one can tell by its digest.
create function is_padding(id uuid, digest text) returns boolean language sql immutable as $$
    select digest = encode(sha256(convert_to('hoso-issuance-log/padding' || chr(10) || id || chr(10), 'UTF8')), 'hex')
$$;
create function an_entry_has_a_certificate() returns trigger language plpgsql as $$
begin
    if not is_padding(new.certificate_id, new.digest)
        and not exists (select from certificate where id = new.certificate_id) then
        raise exception 'an entry of the issuance log is about a certificate';
    end if;
    return new;
end $$;
create function what_was_entered_stays() returns trigger language plpgsql as $$
begin
    if exists (select from issuance_log where certificate_id = old.id) then
        raise exception 'what stands in the issuance log is never dropped';
    end if;
    return old;
end $$;
alter table issuance_log drop constraint issuance_log_certificate_id_fkey;
create trigger entries_have_a_certificate before insert on issuance_log
    for each row execute function an_entry_has_a_certificate();
create trigger certificates_stay before delete on certificate for each row execute function what_was_entered_stays();
