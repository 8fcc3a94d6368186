-- What became of a certificate after it was issued. standing_reason is a code that anybody may read; why in full stands
-- with the case, sealed. status_index is its place in the status lists.
create sequence certificate_status_index minvalue 0;
alter table certificate
    add column standing        text   not null default 'VALID' check (standing in ('VALID', 'SUPERSEDED', 'REVOKED')),
    add column standing_since  timestamptz,
    add column standing_reason text,
    add column successor       uuid references certificate,
    add column status_index    bigint not null default nextval('certificate_status_index');
update certificate set standing_since = issued_at;
alter table certificate
    alter column standing_since set not null,
    add constraint a_status_index_is_used_once unique (status_index),
    add constraint what_is_superseded_has_a_successor check ((standing = 'SUPERSEDED') = (successor is not null));
