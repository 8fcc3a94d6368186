-- What was paid too much goes back at once; when the request is withdrawn later, the rest of the same transfer follows.
alter table refund add column part int not null default 1 check (part > 0);
alter table refund drop constraint refund_transaction_id_key;
alter table refund add constraint refund_of_transaction unique (transaction_id, part);
