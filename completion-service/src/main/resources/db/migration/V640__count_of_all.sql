-- How many are enrolled anywhere is read from the numbers of learners alone, which are few among those of blocks and days.
create index completion_counter_learners on completion_counter (course_key) include (learners) where kind = 'LEARNERS';
