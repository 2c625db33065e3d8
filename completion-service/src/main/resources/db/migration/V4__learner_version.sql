-- The version of the account that the username is from: the highest wins, whatever the time; 0 when it was not told.
alter table learner add column version bigint not null default 0
    constraint learner_version check (version >= 0);
