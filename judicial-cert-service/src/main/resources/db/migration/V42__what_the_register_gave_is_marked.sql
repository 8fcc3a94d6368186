-- What the register gave when a certificate was issued: keyed marks, to be compared and never read. shown stands on the certificate,
-- weighed also counts those an officer ruled out.
create table certificate_register_mark (
    certificate_id uuid  primary key references certificate,
    shown          bytea not null,
    weighed        bytea not null
);
