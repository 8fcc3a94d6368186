-- Who asked, if not the person it is about; the decision on a waiver, sealed; and when somebody has to look again:
-- the fee is not paid, the supplement is not given, the date is missed.
alter table certificate_request
    add column requester    uuid,
    add column capacity     text not null default 'SELF',
    add column organisation text,
    add column corrects     uuid references certificate,
    add column waiver       bytea,
    add column limit_at     timestamptz;
update certificate_request set requester = subject;
alter table certificate_request
    drop constraint a_certificate_comes_with_its_status,
    add constraint a_certificate_comes_with_its_status
        check ((status in ('ISSUED', 'DELIVERED', 'SUPERSEDED', 'REVOKED')) = (certificate_id is not null)),
    add constraint somebody_asked check (requester is not null or organisation is not null);
create index certificate_request_of_requester on certificate_request (requester, received_at desc, id desc)
    where requester <> subject;
create index certificate_request_at_its_limit on certificate_request (limit_at, id) where limit_at is not null;
create unique index one_correction_at_a_time on certificate_request (corrects)
    where status not in ('DECLINED', 'WITHDRAWN', 'STOPPED');
drop index certificate_request_to_do;
create index certificate_request_to_do on certificate_request (status, since, id)
    where status in ('WAIVER_REVIEW', 'CHECKING', 'ACCEPTED', 'REFERRED', 'APPROVAL', 'SIGNING');

-- A parent who asked for a child reads the child's certificate.
alter table certificate add column requester uuid;
update certificate set requester = holder;
create index certificate_of_requester on certificate (requester, issued_at desc) where requester <> holder;
