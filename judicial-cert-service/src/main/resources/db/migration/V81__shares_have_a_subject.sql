-- Whom a shared certificate is about: they see and end every share of it, whoever made it.
alter table certificate_share add column subject uuid;
update certificate_share set subject = certificate.holder from certificate where certificate.id = certificate_id;
alter table certificate_share alter column subject set not null;
create index share_of_subject on certificate_share (subject, made_at desc, id desc);
