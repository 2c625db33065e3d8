package org.laurel.kit.mail;

/** Told inside a transaction that has posted mails; {@link MailLoop} hears of it when the transaction commits. */
record MailPosted() {}
