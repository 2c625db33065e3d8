package org.laurel.enrollment.learner.http;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.learner.domain.Account;
import org.laurel.enrollment.learner.domain.LearnerRules;

/**
 * A learner as a client sends it.
 *
 * @param email absent for none
 * @param name absent for none
 * @param isActive absent for true
 * @param allowCertificate absent to leave it as it is, which is true for a new learner
 */
record LearnerBody(
        @NotNull @Pattern(
                regexp = "[^\\s\\x00,/]{1,150}",
                message = "takes 1 to 150 characters without blanks, commas and slashes")
        String username,

        @Nullable @Size(max = 254) @Pattern(regexp = "|[^\\s\\x00@]+@[^\\s\\x00@]+", message = "is no email address") String email,

        @Nullable @Size(max = 255) @Pattern(regexp = "[^\\x00]*") String name,

        @Nullable Boolean isActive,
        @Nullable Boolean allowCertificate) {

    @AssertTrue(message = "name must hold neither angle brackets nor a web address") boolean isNameFit() {
        return name == null || LearnerRules.isName(name);
    }

    Account account() {
        return new Account(
                username, email == null ? "" : email, name == null ? "" : name, isActive == null || isActive);
    }
}
