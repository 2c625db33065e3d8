-- xAPI statements that wait to be delivered, oldest first. One that its receiver refuses for good is set aside with the
-- receiver's words until an operator decides. Statements know learners by an anonymised name only.
create table xapi_statement (
    place        bigint generated always as identity constraint xapi_statement_pk primary key,
    statement_id uuid        not null constraint xapi_statement_once unique,
    statement    jsonb       not null,
    created_at   timestamptz not null default now(),
    set_aside_at timestamptz,
    reason       text,
    constraint xapi_statement_reason check ((set_aside_at is null) = (reason is null))
);
create index xapi_statement_waiting on xapi_statement (place) where set_aside_at is null;
create index xapi_statement_set_aside on xapi_statement (place) where set_aside_at is not null;
