package org.laurel.certificates.lookup.domain;

import java.util.Locale;

/** What a learner is told about the certificate. The first that fits is told. */
public enum LearnerMessage {
    /** It can be had. */
    AVAILABLE("Your certificate is available."),
    /** It is granted, and shows from a date on. */
    AVAILABLE_LATER("You have earned a certificate. It will be available from the date shown."),
    /** Its file is being made. */
    GENERATING("Your certificate is being made."),
    /** Its file could not be made. */
    DELAYED("Your certificate is delayed: its file could not be made."),
    /** An identity verification is missing. */
    IDENTITY_NEEDED("Verify your identity to get your certificate."),
    /** Staff declared it invalid. */
    INVALIDATED("Your certificate has been invalidated. Contact your course team."),
    /** The learner may not have certificates. */
    RESTRICTED("Certificates cannot be issued to you. Contact support."),
    /** The enrollment mode has no certificates. */
    MODE_WITHOUT_CERTIFICATE("Your enrollment track does not include a certificate."),
    /** The learner may ask for it. */
    CAN_BE_REQUESTED("You have qualified for a certificate and can request it."),
    /** The grade is below passing. */
    NOT_PASSING("Your grade does not qualify for a certificate."),
    /** The completion is below what the course run asks for. */
    NOT_COMPLETED("Complete more of the course run to get a certificate."),
    /** There is no certificate, and nothing is known that stands in the way for good. */
    NONE_YET("You have no certificate in this course run.");

    private final String text;

    LearnerMessage(String text) {
        this.text = text;
    }

    /** The message in English. */
    public String text() {
        return text;
    }

    /** The name on the wire. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
