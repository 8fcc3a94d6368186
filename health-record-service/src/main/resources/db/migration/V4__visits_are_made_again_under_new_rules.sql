-- The rules by which each summary was made of its document; 0 before they were numbered.
alter table visit add column rules int not null default 0;
alter table held_visit add column rules int not null default 0;
alter table earlier_version add column rules int not null default 0;

-- How far each set of rules has got. It moves with the summaries in one transaction.
create table derivation (
    rules    int         primary key,
    place    text        not null check (place in ('HELD', 'FILED', 'EARLIER')),
    subject  uuid,
    visit_id uuid,
    version  int,
    made     bigint      not null,
    began_at timestamptz not null,
    ended_at timestamptz
);
