-- Up to which course run the nightly verifications have counted all numbers; the next night goes on after it, and from the first one
-- again at the end.
alter table verification_watch add column turned_to text not null default '';
