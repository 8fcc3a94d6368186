-- What an owner hands on by a link: for whom and what it shows sealed with the key of the record. The key that encrypts
-- its files is in the link alone; the mark of it tells only whether somebody brings the same again.
create table share (
    record_id       uuid        not null,
    id              uuid        not null,
    owner           uuid        not null,
    terms           bytea       not null,
    flags           text        not null check (flags in ('', 'L', 'P', 'U', 'LP', 'LU')),
    made_at         timestamptz not null,
    until           timestamptz not null,
    max_uses        int         check (max_uses >= 1),
    uses            int         not null check (uses >= 0),
    wrong_passcodes int         not null check (wrong_passcodes >= 0),
    ended_at        timestamptz,
    told            bigint      not null check (told >= 1),
    key_mark        bytea       not null check (length(key_mark) = 32),
    passcode        bytea,
    primary key (record_id, id),
    check (max_uses is null or uses <= max_uses),
    check ((passcode is not null) = (flags like '%P%'))
) partition by hash (record_id);
create index share_of_record on share (record_id, made_at desc, id desc);

-- Where a link is: who comes with an address knows no record.
create table share_address (
    mark      bytea primary key check (length(mark) = 32),
    record_id uuid  not null,
    share_id  uuid  not null
) partition by hash (mark);

-- What a link shows, as only the holder of its key can read it.
create table share_file (
    record_id  uuid        not null,
    share_id   uuid        not null,
    number     int         not null check (number >= 1),
    media_type text        not null check (media_type in ('application/fhir+json', 'application/smart-health-card')),
    jwe        text        not null,
    sources    text[]      not null,
    rules      int         not null,
    made_at    timestamptz not null,
    primary key (record_id, share_id, number)
) partition by hash (record_id);
-- It is encrypted, so nothing is left to compress.
alter table share_file alter column jwe set storage external;

do $$
begin
    for i in 0..15 loop
        execute format('create table share_%s partition of share for values with (modulus 16, remainder %s)', i, i);
        execute format('create table share_address_%s partition of share_address for values with (modulus 16, remainder %s)', i, i);
        execute format('create table share_file_%s partition of share_file for values with (modulus 16, remainder %s)', i, i);
    end loop;
end
$$;
