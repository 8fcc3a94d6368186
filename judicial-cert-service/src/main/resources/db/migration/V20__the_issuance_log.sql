-- The issuance log: what was issued and what became of it. An act is entered in its own transaction without a place; the
-- keeper gives it one within seconds, in the order of the commits: its sequence, the hash of the entry before, its own.
-- So no transaction waits for another one's commit, and once it has a place an entry never changes.
create table issuance_log (
    id             bigint      generated always as identity primary key,
    certificate_id uuid        not null references certificate,
    act            text        not null check (act in ('ISSUED', 'SUPERSEDED', 'REVOKED')),
    digest         text        not null check (digest ~ '^[0-9a-f]{64}$'),
    at             timestamptz not null,
    sequence       bigint      unique,
    previous       bytea,
    hash           bytea,
    constraint a_place_is_whole check (num_nulls(sequence, previous, hash) in (0, 3)),
    constraint an_act_is_done_once unique (certificate_id, act)
);
create index issuance_log_to_place on issuance_log (id) where sequence is null;
create index issuance_log_of_document on issuance_log (digest);

-- Complete subtrees of the tree over the entries (RFC 9162), so that a proof reads a few rows of millions.
create table issuance_log_node (
    level integer not null,
    index bigint  not null,
    hash  bytea   not null,
    primary key (level, index)
);

create table issuance_log_checkpoint (
    id        bigint      generated always as identity primary key,
    size      bigint      not null,
    root      bytea       not null,
    at        timestamptz not null,
    statement text        not null
);
create index issuance_log_checkpoint_of_size on issuance_log_checkpoint (size);

create function append_only() returns trigger language plpgsql as $$
begin
    raise exception 'the issuance log is only ever added to';
end $$;

create function place_once() returns trigger language plpgsql as $$
begin
    if old.sequence is not null
        or (new.id, new.certificate_id, new.act, new.digest, new.at)
            is distinct from (old.id, old.certificate_id, old.act, old.digest, old.at) then
        raise exception 'the issuance log is only ever added to';
    end if;
    return new;
end $$;

create trigger entries_are_placed_once before update on issuance_log for each row execute function place_once();
create trigger entries_stay before delete on issuance_log for each row execute function append_only();
create trigger the_log_stays before truncate on issuance_log for each statement execute function append_only();
create trigger nodes_stay before update or delete on issuance_log_node for each row execute function append_only();
create trigger the_tree_stays before truncate on issuance_log_node for each statement execute function append_only();
create trigger checkpoints_stay before update or delete on issuance_log_checkpoint
    for each row execute function append_only();
create trigger the_checkpoints_stay before truncate on issuance_log_checkpoint
    for each statement execute function append_only();

-- What was issued before there was a log.
insert into issuance_log (certificate_id, act, digest, at)
select id, 'ISSUED', digest, issued_at from certificate order by issued_at, id;
insert into issuance_log (certificate_id, act, digest, at)
select id, standing, digest, standing_since from certificate where standing <> 'VALID' order by standing_since, id;
