package org.laurel.enrollment.mail.app;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.mail.domain.MailKind;
import org.laurel.kit.mail.Letter;
import org.laurel.kit.mail.Mail;

/** The words of mails about accounts. They name the site and never the learner: who gets a mail by mistake learns nothing of others. */
final class AccountLetter {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private AccountLetter() {}

    /**
     * Writes a mail.
     *
     * @param site what the site is called
     * @param link address of the page that takes the key, the key included; null for a mail without one
     */
    static Letter of(Mail mail, String site, @Nullable String link) {
        return switch (MailKind.ofCode(mail.kind())) {
            case ACTIVATION ->
                Letter.plain("Activate your account at " + site, """
                        Welcome to %s.

                        Please open this address to activate your account:

                        %s

                        %s
                        If you did not register, you need not do anything: the account stays without effect.
                        """.formatted(site, link, validity(mail)));
            case EMAIL_CONFIRMATION ->
                Letter.plain("Confirm your new email address at " + site, """
                        Somebody, most likely you, asked for this email address to be that of an account at %s.

                        Please open this address to confirm it:

                        %s

                        %s
                        If it was not you, you need not do anything: nothing changes.
                        """.formatted(site, link, validity(mail)));
            case EMAIL_CHANGED ->
                Letter.plain("Your email address at " + site + " has changed", """
                        Your account at %s has another email address now. Mails go to the new address from now on.

                        If it was not you who changed it, please turn to the support of %s at once.
                        """.formatted(site, site));
            case NAME_CHANGE_REJECTED ->
                Letter.plain("Your request for another name at " + site, """
                        You asked for another name on your account at %s. Your request was not granted.

                        Reason: %s
                        """.formatted(
                                site, mail.detail() == null ? "none was given" : mail.detail()));
        };
    }

    private static String validity(Mail mail) {
        Mail.KeyUse key = mail.key();
        return key == null ? "" : "The address works once, until " + TIME.format(key.expiresAt()) + ".";
    }
}
