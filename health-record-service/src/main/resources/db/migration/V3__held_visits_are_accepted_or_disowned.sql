-- A visit that the citizen said is not theirs lies apart, and is told to nobody until its facility corrects it.
alter table held_visit add column disowned_at timestamptz;
alter table held_visit drop constraint held_visit_because_check;
alter table held_visit add constraint held_visit_because_check
    check (because in ('NUMBER_NOT_VALID', 'IDENTITY_DIFFERS', 'NOT_MINE'));

-- The record whose owner said so. It outlives versions and retractions: whatever is sent later waits for the owner.
alter table ingest_key add column disowned_by uuid;
alter table ingest_version drop constraint ingest_version_held_because_check;
alter table ingest_version add constraint ingest_version_held_because_check
    check (held_because in ('NUMBER_NOT_VALID', 'IDENTITY_DIFFERS', 'NOT_MINE'));

-- The ones that wait for a citizen, newest first.
drop index held_visit_of_record;
create index held_visit_of_record on held_visit (record_id, held_at desc, id desc);
