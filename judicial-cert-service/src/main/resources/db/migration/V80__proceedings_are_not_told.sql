-- Proceedings are not told to the one they are about: what concerns them is written into the journal, and withheld.
alter table journal_access add column withheld boolean not null default false;

-- A certificate that a procedure agency asked for is read by that agency, not by the one it is about.
alter table certificate add column withheld boolean not null default false;
update certificate set withheld = true
from certificate_request where certificate_request.id = request_id and capacity = 'PROCEDURE_AGENCY';
