package org.laurel.programs.credential.domain;

import java.util.UUID;

/** What became of a credential that was to be made. */
public sealed interface Posted {

    /** It is as it was asked for. */
    record Done(UUID credentialUuid, CredentialStatus status) implements Posted {}

    /**
     * Nothing was done.
     *
     * @param code why, as a short code
     * @param field the member of the request that stands in the way
     * @param detail why, in a sentence
     */
    record Refused(String code, String field, String detail) implements Posted {}

    /** No such learner is known. */
    Refused UNKNOWN_LEARNER = new Refused(
            "unknown_learner", "username", "No learner has this username, and lms_user_id names none either.");

    /** The program is unknown, or has no active certificate configuration. */
    Refused PROGRAM_NOT_CONFIGURED = new Refused(
            "no_active_configuration",
            "credential.program_uuid",
            "No program with this uuid has an active certificate configuration.");

    /** The course run is not known here. */
    Refused UNKNOWN_RUN =
            new Refused("unknown_course_run", "credential.course_run_key", "This course run is not known here.");

    /** The course run's certificate configuration is switched off. */
    Refused RUN_NOT_ACTIVE = new Refused(
            "inactive_configuration",
            "credential.course_run_key",
            "The course run's certificate configuration is not active.");

    /** Nothing tells which mode the credential certifies. */
    Refused MODE_MISSING = new Refused(
            "mode_missing",
            "credential.mode",
            "The first credential of a course run needs the mode that it certifies.");
}
