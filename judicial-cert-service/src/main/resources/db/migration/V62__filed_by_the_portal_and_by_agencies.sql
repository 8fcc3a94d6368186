-- What the National Public Service Portal filed: its own code names a dossier once.
create table portal_filing (
    organisation text  not null,
    portal_code  text  not null,
    fingerprint  text  not null,
    request_id   uuid  unique references certificate_request,
    primary key (organisation, portal_code)
);

-- On what ground an agency asked, which of its officers, in which of its procedures; sealed.
create table agency_filing (
    request_id   uuid  primary key references certificate_request,
    organisation text  not null,
    ground       bytea not null
);

-- In which transaction a step was written. Whoever reads changes by it, and only up to the oldest transaction that still
-- runs, misses none: times are given before the commit, and commits come in another order.
alter table timeline_entry add column written_in xid8 not null default pg_current_xact_id();
create index timeline_as_written on timeline_entry (written_in, id);
