-- Recalls that one officer found right and another has to are listed per agency, oldest first.
create index case_deed_recall_proposed on case_deed (agency, at, id) where kind = 'RECALL_PROPOSED';
