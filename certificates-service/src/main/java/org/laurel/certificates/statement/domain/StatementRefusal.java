package org.laurel.certificates.statement.domain;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.StoredCase.Issued;

/** Why a statement is not taken. Source: certificates, service clients. */
public enum StatementRefusal {
    /** Nobody told us of the learner. */
    LEARNER_NOT_FOUND("The learner is not known here. Register the learner first."),
    /** The learner is retired. */
    LEARNER_RETIRED("The learner is retired: nothing about this person is taken in any more."),
    /** Nobody told us of the course run. */
    COURSE_RUN_NOT_FOUND("The course run is not known here. Register the course run first."),
    /** The certificate is not the one that the client has read. */
    CHANGED_MEANWHILE("The certificate is not what If-Match says. Read it again."),
    /** The certificate keeps its public id. */
    PUBLIC_ID_IS_KEPT("The certificate has another verify_uuid, which never changes. Leave it out."),
    /** A public id is never given twice. */
    PUBLIC_ID_IS_TAKEN("Another certificate has this verify_uuid.");

    private final String detail;

    StatementRefusal(String detail) {
        this.detail = detail;
    }

    /** What is wrong and how to mend it. */
    public String detail() {
        return detail;
    }

    /**
     * What is known of the subject of a statement.
     *
     * @param issued the certificate that is there, null for none
     * @param owner whose certificate has the stated public id, null for nobody's
     */
    public record Known(
            boolean learner,
            boolean retired,
            boolean courseRun,
            @Nullable Issued issued,
            @Nullable CaseKey owner) {}

    /** Why the statement is refused; empty when it is taken. */
    public static Optional<StatementRefusal> of(StateCertificate command, Known known) {
        if (known.retired()) {
            return Optional.of(LEARNER_RETIRED);
        }
        if (!known.learner()) {
            return Optional.of(LEARNER_NOT_FOUND);
        }
        if (!known.courseRun()) {
            return Optional.of(COURSE_RUN_NOT_FOUND);
        }
        if (command.expected() != null && !isExpected(command.expected(), known.issued())) {
            return Optional.of(CHANGED_MEANWHILE);
        }
        return publicId(command, known);
    }

    private static Optional<StatementRefusal> publicId(StateCertificate command, Known known) {
        String stated = command.certificate().verifyUuid();
        if (stated == null) {
            return Optional.empty();
        }
        if (known.issued() != null && !known.issued().verifyUuid().equals(stated)) {
            return Optional.of(PUBLIC_ID_IS_KEPT);
        }
        return known.owner() == null || Objects.equals(known.owner(), command.key())
                ? Optional.empty()
                : Optional.of(PUBLIC_ID_IS_TAKEN);
    }

    private static boolean isExpected(String expected, @Nullable Issued issued) {
        return issued != null && (expected.equals("*") || expected.equals(EntityTag.of(issued)));
    }
}
