-- Referral letters and re-examination slips that were used, each once. What they are stands in the visit that they were
-- written in.
create table slip_use (
    record_id uuid        not null,
    kind      text        not null check (kind in ('REFERRAL', 'REEXAMINATION')),
    facility  text        not null,
    number    text        not null,
    used_by   text        not null,
    used_at   timestamptz not null,
    primary key (record_id, kind, facility, number)
);
