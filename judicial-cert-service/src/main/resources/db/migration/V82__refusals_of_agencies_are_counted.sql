-- How many refusals an agency got about a person on a day (Hà Nội) that are in the journal. about is a mark.
create table agency_refusal (
    organisation text  not null,
    about        bytea not null,
    day          date  not null,
    noted        int   not null check (noted > 0),
    primary key (organisation, about, day)
);
