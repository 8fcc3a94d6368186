-- Items that a worker or listener could not do, until they are done or a person has ended them.
create table stuck_item (
    worker         text        not null,
    item           uuid        not null,
    failures       integer     not null check (failures > 0),
    -- Kinds of fault and places in the code; nothing that somebody sent.
    reason         text        not null,
    -- Nobody tries it again by itself: the row stays until somebody deletes it, or the item is done after all.
    left_to_person boolean     not null,
    since          timestamptz not null,
    last_at        timestamptz not null,
    primary key (worker, item)
);
