-- Mails that were given up lately are counted every few seconds.
create index mail_given_up on mail (given_up_at) where given_up_at is not null;
