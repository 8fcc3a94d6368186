-- Certificates are numbered by agency and year ("Số: …/năm/…"), without gaps, like receipts. What was numbered across the country
-- keeps its number, and the series of its agency goes on after it.
create table certificate_series (
    agency text   not null,
    year   int    not null,
    last   bigint not null,
    primary key (agency, year)
);
insert into certificate_series (agency, year, last)
select agency, cast(split_part(number, '/', 2) as int), max(cast(split_part(number, '/', 1) as bigint))
from certificate where number ~ '^[0-9]+/[0-9]{4}/' group by 1, 2;
alter table certificate drop constraint certificate_number_key;
alter table certificate add constraint a_number_is_given_once unique (agency, number);
create index certificate_by_number on certificate (number);
drop sequence certificate_number;

-- Which limit a case is under, and from when it is counted: when the dossier came in, and where there was something to pay, when
-- that came in.
alter table certificate_request add column due_limit text, add column due_from timestamptz;
update certificate_request set
    due_limit = case when capacity = 'PROCEDURE_AGENCY' then 'URGENT' when due_rule like '%-long' then 'LONG' else 'STANDARD' end,
    due_from = received_at;
alter table certificate_request alter column due_limit set not null, alter column due_from set not null;

-- The date that was named when one was missed: the letter says the same when it is asked for again.
alter table timeline_entry add column new_date timestamptz;
