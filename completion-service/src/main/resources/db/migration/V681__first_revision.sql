-- The revision of learners in course runs who have no row yet; one row. It is raised after a backup was restored: of learners who
-- came after the backup versions were told that nothing here knows of any more.
create table first_revision (
    id       smallint primary key default 1,
    revision bigint not null,
    constraint first_revision_one check (id = 1),
    constraint first_revision_range check (revision >= 0)
);
insert into first_revision (revision) values (0);
