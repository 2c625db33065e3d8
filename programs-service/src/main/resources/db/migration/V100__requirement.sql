-- What a program asks of its courses, as rules read it of the document: [{"needed": 2, "courses": [0, 2], "title": null}], courses
-- by their place in the document. Empty: all courses are asked for.
alter table program add column requirements jsonb not null default '[]';
call laurel_audit('program');
