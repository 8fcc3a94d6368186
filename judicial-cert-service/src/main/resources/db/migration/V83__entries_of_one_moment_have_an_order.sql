-- What happened in one step stands in the order in which it was written: a waiver is granted, and then the dossier is checked.
alter table timeline_entry add column position bigint generated always as identity;
