package org.laurel.enrollment.learner.http;

import java.util.Optional;
import org.laurel.enrollment.learner.domain.Objection;
import org.laurel.kit.sql.DatabaseException;

/** Tells that somebody took a username or an email address between our look and our write. */
public final class Clash {

    private Clash() {}

    /** What the database objects to; empty when it failed for another reason. */
    public static Optional<Objection> in(DatabaseException failure) {
        String message = String.valueOf(failure.getMessage());
        if (message.contains("learner_username")) {
            return Optional.of(Objection.USERNAME_TAKEN);
        }
        return message.contains("learner_email") ? Optional.of(Objection.EMAIL_TAKEN) : Optional.empty();
    }
}
