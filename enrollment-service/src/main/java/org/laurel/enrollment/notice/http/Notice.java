package org.laurel.enrollment.notice.http;

/**
 * An answer to somebody who followed a link in a mail.
 *
 * @param status of HTTP
 * @param code the outcome for programs
 * @param title the outcome for people
 * @param text a sentence or two
 * @param offersKey whether the page offers to mail another activation key
 */
public record Notice(int status, String code, String title, String text, boolean offersKey) {

    /** A notice that offers nothing. */
    public static Notice of(int status, String code, String title, String text) {
        return new Notice(status, code, title, text, false);
    }
}
