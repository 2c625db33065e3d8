package org.laurel.enrollment.mail.app;

/** Told inside a transaction that has posted mails; {@link MailLoop} hears of it when the transaction commits. */
record MailPosted() {}
