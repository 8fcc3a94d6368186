-- A certificate handed on. No secret is in here: it is made from the id with a key outside the database, and found by its mark.
create table certificate_share (
    id              uuid        primary key,
    certificate_id  uuid        not null references certificate,
    holder          uuid        not null,
    secret_mark     bytea       not null unique,
    content         bytea       not null,
    passcode        bytea,
    made_at         timestamptz not null,
    until           timestamptz not null check (until > made_at),
    max_uses        int         not null check (max_uses > 0),
    uses            int         not null,
    wrong_passcodes int         not null,
    refusals        int         not null default 0,
    ended_at        timestamptz,
    told            bigint      not null,
    constraint a_share_is_not_used_more_often_than_its_holder_said check (uses between 0 and max_uses)
);
create index share_of_holder on certificate_share (holder, made_at desc, id desc);

-- Each use. The ticket opens the document once.
create table share_opening (
    id           uuid        primary key,
    share_id     uuid        not null references certificate_share,
    key          text        not null,
    at           timestamptz not null,
    content      bytea       not null,
    ticket_mark  bytea       not null unique,
    ticket_until timestamptz not null,
    document_at  timestamptz,
    constraint a_key_opens_a_share_once unique (share_id, key)
);
create index opening_of_share on share_opening (share_id, at, id);
