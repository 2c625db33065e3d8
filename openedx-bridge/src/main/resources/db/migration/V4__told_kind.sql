-- Kinds of states that some replica tells the site, and when one last said so.
create table told_kind (
    kind    text        constraint told_kind_pk primary key,
    seen_at timestamptz not null
);
