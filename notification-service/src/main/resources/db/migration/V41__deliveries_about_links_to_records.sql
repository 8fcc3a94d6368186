-- Citizens are told what becomes of the links they made to parts of their health records.
alter table delivery drop constraint delivery_subject_type_check;
alter table delivery
    add constraint delivery_subject_type_check
    check (subject_type in ('CERTIFICATE_REQUEST', 'CERTIFICATE_SHARE', 'HEALTH_RECORD', 'RECORD_SHARE'));
