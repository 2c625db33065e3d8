package org.laurel.certificates.command.http;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.issuance.app.Folded;
import org.laurel.certificates.issuance.domain.Decision;
import org.laurel.certificates.issuance.domain.StoredCase.Issued;
import org.laurel.certificates.issuance.http.CertificateState;
import org.laurel.certificates.issuance.http.EligibilityAnswer;

/**
 * What a command did to a certificate.
 *
 * @param outcome {@code changed}, {@code unchanged}, {@code vetoed} when the deployment's own policy refused, or {@code
 *     withheld} when the certificate would have changed but decisions take no effect in this course run
 * @param why why, in a sentence
 * @param certificate the certificate now, null when there is none
 * @param trace what the rules said that were asked, in order
 */
public record CommandAnswer(
        String outcome, String why, @Nullable CertificateState certificate, List<EligibilityAnswer.Step> trace) {

    /** What became of the case. */
    public static CommandAnswer of(Folded folded) {
        Decision decision = folded.decision();
        return new CommandAnswer(
                outcome(folded),
                decision == null ? "The fact was known already." : why(decision),
                CertificateState.of(folded.issued()),
                decision == null
                        ? List.of()
                        : decision.trace().stream()
                                .map(EligibilityAnswer.Step::of)
                                .toList());
    }

    /** Nothing became of it, since something was in the way. */
    public static CommandAnswer unchanged(String why, @Nullable Issued issued) {
        return new CommandAnswer("unchanged", why, CertificateState.of(issued), List.of());
    }

    private static String outcome(Folded folded) {
        if (folded.withheld()) {
            return "withheld";
        }
        if (folded.changed()) {
            return "changed";
        }
        return folded.decision() instanceof Decision.Vetoed ? "vetoed" : "unchanged";
    }

    private static String why(Decision decision) {
        return switch (decision) {
            case Decision.Changed changed ->
                "The certificate is %s: %s."
                        .formatted(
                                changed.certificate().status().slug(),
                                changed.certificate().reason().slug());
            case Decision.Unchanged unchanged -> unchanged.why();
            case Decision.Vetoed vetoed -> vetoed.why();
        };
    }
}
