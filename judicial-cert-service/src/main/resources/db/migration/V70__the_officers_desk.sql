-- By when the step at hand should be done: the agency's own limit, law/step-limits.csv. Old cases get it at their next step.
alter table certificate_request add column step_due_at timestamptz;
create index certificate_request_of_agency on certificate_request (agency, status, due_at, id)
    where status in ('WAIVER_REVIEW', 'CHECKING', 'ACCEPTED', 'REFERRED', 'SUPPLEMENT_REQUESTED', 'APPROVAL', 'SIGNING');
create index certificate_request_with_a_step_due on certificate_request (step_due_at, id) where step_due_at is not null;

-- Who works on a case, and until when nobody else may. One row per case: whoever writes it has the case.
create table case_claim (
    request_id uuid        primary key references certificate_request,
    officer    uuid        not null,
    until      timestamptz not null
);
create index case_claim_of_officer on case_claim (officer, until);

-- What officers did with a case, and their notes. content is sealed with the key of the one it is about.
create table case_deed (
    id         uuid        primary key,
    request_id uuid        not null references certificate_request,
    agency     text        not null,
    officer    uuid        not null,
    kind       text        not null,
    at         timestamptz not null,
    content    bytea
);
create index case_deed_of_request on case_deed (request_id, at, id);
create index case_deed_of_agency on case_deed (agency, at);
create function case_deeds_stay() returns trigger language plpgsql as $$
begin
    raise exception 'what was done with a case is only ever added to';
end $$;
create trigger case_deeds_are_never_changed before update or delete on case_deed
    for each row execute function case_deeds_stay();
create trigger case_deeds_are_never_emptied before truncate on case_deed
    for each statement execute function case_deeds_stay();

-- A step that took too long, told to the supervisors once.
create table escalation (
    request_id uuid        not null references certificate_request,
    step       text        not null,
    since      timestamptz not null,
    agency     text        not null,
    due_at     timestamptz not null,
    at         timestamptz not null,
    primary key (request_id, step, since)
);
create index escalation_of_agency on escalation (agency, due_at, request_id);
