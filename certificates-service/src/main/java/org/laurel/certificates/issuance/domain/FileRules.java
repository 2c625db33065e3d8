package org.laurel.certificates.issuance.domain;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * The machine of certificates that are files: requests go to a renderer, and its answers come back as facts. Source:
 * certificates, old state machine; decision 1.
 *
 * <pre>
 *  none, … ──add──▶ generating ──made──▶ downloadable ──regenerate──▶ regenerating ──made──▶ downloadable
 *                        └─failed─▶ error ◀─failed─┘                        └─failed─▶ error
 *  downloadable, error ──delete──▶ deleting ──removed──▶ deleted      (failed ─▶ error)
 * </pre>
 */
final class FileRules {

    private FileRules() {}

    /** Names the request for making a file. */
    static String requestId(Situation situation) {
        return requestId(situation, "make");
    }

    /**
     * Names a request by what it is about, what it asks for and when in business time, not by the fact that led to it: a
     * producer that sends one fact under two ids asks for one file.
     */
    private static String requestId(Situation situation, String action) {
        String seed = situation.key() + " " + action + " " + situation.time();
        return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
    }

    /** Evaluates, and makes anew what is there; while a file is in the making nothing changes. */
    static Decision add(Situation situation, GenerationMode by) {
        Certificate certificate = situation.certificate();
        if (certificate != null && isInTheMaking(certificate)) {
            return Decision.Unchanged.because("The file is being made.");
        }
        return situation.isDownloadable() ? regenerate(situation, by) : Generation.of(situation);
    }

    /** Makes anew what is earned or what failed; from any other status nothing changes. */
    static Decision regenerate(Situation situation, GenerationMode by) {
        Certificate certificate = situation.certificate();
        boolean allowed = certificate != null
                && (certificate.status() == CertificateStatus.DOWNLOADABLE
                        || certificate.status() == CertificateStatus.ERROR);
        return allowed
                ? Generation.of(situation.asked(by, true))
                : Decision.Unchanged.because("Only a certificate that is downloadable or in error is made anew.");
    }

    /** Takes the certificate away: by way of the renderer when there may be a file. */
    static Decision delete(Situation situation) {
        Certificate certificate = situation.certificate();
        boolean allowed = certificate != null
                && (certificate.status() == CertificateStatus.DOWNLOADABLE
                        || certificate.status() == CertificateStatus.ERROR);
        if (certificate == null || !allowed) {
            return Decision.Unchanged.because("Only a certificate that is downloadable or in error is deleted.");
        }
        boolean file = situation.terms().run().pdfGeneration()
                || !certificate.file().downloadUuid().isEmpty();
        return new Decision.Changed(
                file
                        ? certificate.in(
                                CertificateStatus.DELETING,
                                Reason.DELETION,
                                false,
                                certificate.file().requested(requestId(situation, "remove")),
                                situation.time())
                        : certificate.in(
                                CertificateStatus.DELETED,
                                Reason.DELETION,
                                false,
                                CertificateFile.NONE,
                                situation.time()),
                Reasoning.NONE);
    }

    /** An answer counts only for the newest request, and while it is waited for. */
    static Decision onRendered(Situation situation, Fact.Rendered rendered) {
        Certificate certificate = situation.certificate();
        if (certificate == null || !certificate.file().requestId().equals(rendered.requestId())) {
            return Decision.Unchanged.because("The answer is to a request that is not the newest.");
        }
        boolean making = isInTheMaking(certificate);
        boolean removing = certificate.status() == CertificateStatus.DELETING;
        return switch (rendered.answer()) {
            case RenderAnswer.Made made
            when making ->
                changed(certificate.in(
                        CertificateStatus.DOWNLOADABLE,
                        certificate.reason(),
                        true,
                        new CertificateFile(made.downloadUuid(), made.downloadUrl(), "", rendered.requestId()),
                        situation.time()));
            case RenderAnswer.Removed removed
            when removing ->
                changed(certificate.in(
                        CertificateStatus.DELETED, Reason.DELETION, false, CertificateFile.NONE, situation.time()));
            case RenderAnswer.Failed failed
            when making || removing ->
                changed(certificate.in(
                        CertificateStatus.ERROR,
                        Reason.RENDERING_FAILED,
                        false,
                        certificate.file().failed(failed.reason()),
                        situation.time()));
            case RenderAnswer other -> Decision.Unchanged.because("Nobody waits for this answer.");
        };
    }

    /** Whether a file is asked for, or was when another system stated the certificate. */
    static boolean isInTheMaking(Certificate certificate) {
        return certificate.status() == CertificateStatus.GENERATING
                || certificate.status() == CertificateStatus.REGENERATING;
    }

    private static Decision changed(Certificate certificate) {
        return new Decision.Changed(certificate, Reasoning.NONE);
    }
}
