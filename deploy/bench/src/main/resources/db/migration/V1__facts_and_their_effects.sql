-- What was asked for and came true: a command has one fact, and each fact its place in the life of its subject.
create table subject (
    id      text   primary key,
    version bigint not null
);

create table fact (
    event_id uuid   primary key,
    command  text   not null,
    subject  text   not null references subject,
    version  bigint not null
);

-- What another service made of it. No key on purpose: an effect that happens twice must be seen twice.
create table effect (
    position bigint generated always as identity,
    event_id uuid   not null,
    subject  text   not null,
    version  bigint not null
);
create index effect_by_event on effect (event_id);
