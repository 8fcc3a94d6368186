-- A child has no account, and yet a parent files for it: level 0, no event told (version 0). Enrolled later, they keep
-- their id.
alter table citizen drop constraint citizen_account_level_check;
alter table citizen add constraint citizen_account_level_check check (account_level in (0, 1, 2));
alter table citizen drop constraint citizen_version_check;
alter table citizen add constraint citizen_version_check check (version > 0 or (version = 0 and account_level = 0));

-- How often a citizen has named somebody in vain since a moment: one row per citizen who ever did it.
create table attempt_budget (
    citizen_id uuid primary key references citizen (id),
    used       integer     not null check (used >= 0),
    begun_at   timestamptz not null
);
