package org.laurel.kit.mail;

import java.util.Set;

/**
 * Writes mails of some kinds when they are sent. A service supplies it as a bean for mails that are posted without their words:
 * those with a key, which nobody may know before, and those whose words depend on settings of that moment.
 */
public interface MailWriter {

    /** The kinds that this one writes; no two writers have a kind in common. */
    Set<String> kinds();

    /**
     * Writes a mail, in a transaction that commits before the letter can reach anybody: a key that is made in it is good by then.
     * Each attempt to send the mail asks again. What it throws is taken for a failure that may pass.
     */
    Letter write(Mail mail);
}
