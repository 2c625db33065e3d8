package org.laurel.kit.mail;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A mail in words.
 *
 * @param subject one line
 * @param text plain text
 * @param html the same as HTML, null for a mail of plain text alone
 * @param sender whom it is from, null for the sender of the deployment
 * @param replyTo who is answered, null for the sender
 */
public record Letter(
        String subject,
        String text,
        @Nullable String html,
        @Nullable String sender,
        @Nullable String replyTo) {

    /** Whatever ends a line or is no sign at all: controls, and what Unicode separates lines and paragraphs with. */
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");

    /** Makes the subject one line and takes out what no database holds, so that a letter of any words can be posted. */
    public Letter {
        subject = line(subject);
        text = text.replace("\0", "");
        html = html == null ? null : html.replace("\0", "");
    }

    /** A value as it may stand in a line of text: nobody's name adds lines of its own to what we write. */
    public static String line(String value) {
        return BREAKS.matcher(value).replaceAll(" ").strip();
    }

    /** A letter of plain text from the sender of the deployment. */
    public static Letter plain(String subject, String text) {
        return new Letter(subject, text, null, null, null);
    }

    /** The same letter with an HTML part. */
    public Letter withHtml(String part) {
        return new Letter(subject, text, part, sender, replyTo);
    }

    /** The same letter from somebody else, whose address the mail server must take from us; null for the deployment's sender. */
    public Letter withSender(@Nullable String address) {
        return new Letter(subject, text, html, address, replyTo);
    }

    /** The same letter, answers to which go to this address. */
    public Letter withReplyTo(@Nullable String address) {
        return new Letter(subject, text, html, sender, address);
    }
}
