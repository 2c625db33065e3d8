package org.laurel.enrollment.learner.http;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.learner.domain.Account;

/**
 * A learner as a client sends it. What the texts look like is judged with the command, by the same rules as for events.
 *
 * @param email absent for none
 * @param name absent for none
 * @param isActive absent for true
 * @param allowCertificate absent to leave it as it is, which is true for a new learner
 */
record LearnerBody(
        @NotNull @Size(min = 1, max = 150) String username,
        @Nullable @Size(max = 254) String email,
        @Nullable @Size(max = 255) String name,

        @Nullable Boolean isActive,
        @Nullable Boolean allowCertificate) {

    Account account() {
        return new Account(
                username, email == null ? "" : email, name == null ? "" : name, isActive == null || isActive);
    }
}
