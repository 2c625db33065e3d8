-- Operators look up what staff decided about a learner.
create index allowlist_entry_history_learner on allowlist_entry_history (learner_id);
create index certificate_invalidation_history_learner on certificate_invalidation_history (learner_id);
