-- What the chassis's own test service does: it makes things, and hears of them.
create table thing (id uuid primary key, name text not null);
create table heard (event_id uuid not null, subject text not null);
