package org.laurel.kit.mail;

/**
 * How the sending of mails does.
 *
 * @param waiting mails that are to be sent
 * @param oldestSeconds how long the oldest of them has been waiting, 0 when none does
 * @param refused mails given up within the last day because the server or the address refused them for good
 * @param expired mails given up within the last day because they had waited too long
 */
record MailBacklog(long waiting, long oldestSeconds, long refused, long expired) {}
