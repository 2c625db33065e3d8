package org.laurel.certificates.instructor.http;

import org.jspecify.annotations.Nullable;

/** Who is meant, by one of the two names, and what to note. */
public record ExceptionRequest(
        @Nullable String userName,
        @Nullable String userEmail,
        @Nullable String notes) {

    static ExceptionRequest of(@Nullable String body) {
        RequestText text = RequestText.of(body);
        return new ExceptionRequest(text.member("user_name"), text.member("user_email"), text.member("notes"));
    }

    /** The username, else the e-mail address; empty without either. */
    String name() {
        String first = userName == null ? "" : userName;
        String second = userEmail == null ? "" : userEmail;
        return first.isEmpty() ? second : first;
    }
}
