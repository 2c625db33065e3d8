-- Records, pages and mails name learners. What was kept before tells no names; the next snapshot of a learner does.
alter table learner
    add column email     text    not null default '',
    add column name      text    not null default '',
    add column is_active boolean not null default true;
alter table learner
    alter column email drop default,
    alter column name drop default,
    alter column is_active drop default;
