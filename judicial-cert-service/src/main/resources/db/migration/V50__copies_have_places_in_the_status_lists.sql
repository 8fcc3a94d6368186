-- Places in the status lists of copies of a certificate that a wallet holds: each has its own, and none tells which
-- certificate or which other copy it belongs to.
create sequence copy_status_serial minvalue 0;
create table copy_status (
    status_index   bigint primary key,
    certificate_id uuid   not null references certificate
);
create index copy_status_of_certificate on copy_status (certificate_id);
create index certificate_that_does_not_count on certificate (status_index) where standing <> 'VALID';
