package org.laurel.enrollment.registration.domain;

import org.laurel.enrollment.learner.domain.Objection;

/**
 * What speaks against a registration.
 *
 * @param field the member that is wrong, as clients call it
 * @param isClash whether the value belongs to another learner
 * @param message in a sentence for the person who registers
 */
public record SignUpFault(String field, boolean isClash, String message) {

    /** The fault that an objection to the account stands for. */
    public static SignUpFault of(Objection objection) {
        String field = switch (objection) {
            case USERNAME_UNFIT, USERNAME_TAKEN, RETIREMENT_PENDING, RETIRED -> "username";
            case EMAIL_UNFIT, EMAIL_TAKEN -> "email";
            case NAME_UNFIT, CERTIFICATE_NAME_UNFIT -> "name";
        };
        return new SignUpFault(field, objection.isClash(), objection.detail());
    }
}
