-- How often an organisation named somebody on a day (Hà Nội) whose number, name and birth date do not belong together.
create table failed_identification (
    organisation text not null,
    day          date not null,
    failed       int  not null check (failed > 0),
    primary key (organisation, day)
);
