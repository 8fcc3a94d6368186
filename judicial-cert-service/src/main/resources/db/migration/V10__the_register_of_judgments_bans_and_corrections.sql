-- A judgment is corrected only by the authority that keeps the register; what stood before stays in register_correction.
alter table judgment
    add column version  bigint  not null default 1,
    add column annulled boolean not null default false;

-- All numbers a convict has or had, as marks.
create table judgment_number (
    judgment_id uuid  not null references judgment,
    mark        bytea not null,
    primary key (judgment_id, mark)
);
create index judgment_number_by_mark on judgment_number (mark);
insert into judgment_number (judgment_id, mark) select id, number_mark from judgment where number_mark is not null;

-- What followed a judgment. key_mark: judgment, authority, number and what it says. Sealed with the key of the judgment.
create table execution_decision (
    id          uuid        primary key,
    judgment_id uuid        not null references judgment,
    key_mark    bytea       not null unique,
    content     bytea       not null,
    recorded_by text        not null,
    recorded_at timestamptz not null
);
create index execution_decision_of_judgment on execution_decision (judgment_id);

-- Bans on posts, on founding and managing enterprises and co-operatives.
create table ban (
    id            uuid        primary key,
    judgment_id   uuid        references judgment,
    key_mark      bytea       not null unique,
    namesake_mark bytea       not null,
    content       bytea       not null,
    recorded_by   text        not null,
    recorded_at   timestamptz not null
);
create index ban_by_namesake on ban (namesake_mark);
create table ban_number (
    ban_id uuid  not null references ban,
    mark   bytea not null,
    primary key (ban_id, mark)
);
create index ban_number_by_mark on ban_number (mark);

-- Who corrected or annulled what, on which basis and why, and what stood there before: kept for ever.
create table register_correction (
    id          uuid        primary key,
    subject_id  uuid        not null,
    what        text        not null check (what in ('JUDGMENT_CORRECTED', 'JUDGMENT_ANNULLED', 'DECISION_ANNULLED', 'BAN_ANNULLED')),
    version     bigint      not null,
    actor       uuid        not null,
    content     bytea       not null,
    recorded_at timestamptz not null,
    constraint one_correction_makes_one_version unique (subject_id, version)
);

-- What is told once stays told: not even the service itself changes or removes it.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is only added to', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger execution_decision_is_only_added_to before update or delete on execution_decision
    for each row execute function refuse_change();
create trigger register_correction_is_only_added_to before update or delete on register_correction
    for each row execute function refuse_change();
create trigger ban_is_only_added_to before update or delete on ban
    for each row execute function refuse_change();
create trigger judgment_is_never_removed before delete on judgment
    for each row execute function refuse_change();
