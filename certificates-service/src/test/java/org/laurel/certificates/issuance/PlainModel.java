package org.laurel.certificates.issuance;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.issuance.Deed.Allowlists;
import org.laurel.certificates.issuance.Deed.Enrolls;
import org.laurel.certificates.issuance.Deed.Invalidates;
import org.laurel.certificates.issuance.Deed.Passes;

/**
 * The certificate that a learner ends with when deeds happen in this order, in a course run without PDF files and without
 * identity verification: the prose of the domain's description, interpreted once more and without the service's rules.
 * Source: certificates, eligibility, revocation primitive and signals listened to; decisions, certificates 2, 4 and 10.
 */
final class PlainModel {

    private @Nullable String mode;
    private boolean passing;
    private String grade = "";
    private boolean allowlisted;
    private boolean invalidated;
    private @Nullable Outcome certificate;

    /** What a reader sees of a certificate, and why it is so. */
    record Outcome(String status, String reason, String mode, String grade) {}

    private PlainModel() {}

    /** The certificate after the deeds; null when there never was one. */
    static @Nullable Outcome after(List<Deed> deeds) {
        PlainModel model = new PlainModel();
        deeds.forEach(model::happens);
        return model.certificate;
    }

    private void happens(Deed deed) {
        switch (deed) {
            case Enrolls enrolls -> enrolls(enrolls);
            case Passes passes -> passes(passes);
            case Allowlists listed -> {
                switch (listed.entry()) {
                    case ENABLED -> {
                        allowlisted = true;
                        evaluate();
                    }
                    case DISABLED -> allowlisted = false;
                    case REMOVED -> {
                        allowlisted = false;
                        makeUnavailable("allowlist_removal");
                    }
                }
            }
            case Invalidates invalidates -> {
                invalidated = invalidates.active();
                if (invalidated) {
                    makeUnavailable("certificate_invalidation_list");
                } else {
                    evaluate();
                }
            }
        }
    }

    /** A change to a mode with certificates evaluates; a first enrollment does when nothing is there yet. */
    private void enrolls(Enrolls enrolls) {
        String before = mode;
        mode = enrolls.mode();
        if (mode.equals("audit")) {
            return;
        }
        boolean changed = before != null && !before.equals(mode);
        if (changed || (enrolls.active() && certificate == null)) {
            evaluate();
        }
    }

    private void passes(Passes passes) {
        passing = passes.passing();
        grade = passes.grade();
        if (passing && !has()) {
            evaluate();
        } else if (!passing && has() && !allowlisted) {
            becomes("notpassing", "notpassing_signal", grade);
        }
    }

    private void evaluate() {
        if (has() && !invalidated) {
            return;
        }
        if (mode == null || mode.equals("audit")) {
            return;
        }
        if (invalidated) {
            makeUnavailable("certificate_generation");
        } else if (passing || allowlisted) {
            becomes("downloadable", passing ? "passed" : "allowlisted", grade);
        } else if (certificate != null && !certificate.status().equals("notpassing")) {
            becomes("notpassing", "certificate_generation", grade);
        }
    }

    private void makeUnavailable(String reason) {
        if (certificate != null && !certificate.status().equals("unavailable")) {
            becomes("unavailable", reason, "");
        }
    }

    private void becomes(String status, String reason, String shownGrade) {
        certificate = new Outcome(status, reason, mode == null ? "" : mode, shownGrade);
    }

    private boolean has() {
        return certificate != null && certificate.status().equals("downloadable");
    }
}
