-- What the register and the issuance log hold of a document, for whoever verifies one: a look into two indexes.
create view registered_document as
select c.digest,
       c.id, c.request_id, c.holder, c.number, c.kind, c.agency, c.template, c.issued_at, c.size,
       c.standing, c.standing_since, c.standing_reason, c.successor, c.status_index,
       l.id is not null as entered, l.sequence, l.at as entered_at, l.previous
from certificate c
left join issuance_log l on l.digest = c.digest and l.act = 'ISSUED';
