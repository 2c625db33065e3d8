package org.laurel.certificates.issuance.domain;

import static org.laurel.certificates.issuance.domain.Given.at;

import java.math.BigDecimal;
import java.util.Locale;
import org.laurel.certificates.issuance.domain.Fact.Allowlisted.Entry;
import org.laurel.certificates.learner.domain.CertificatePreferences;
import org.laurel.certificates.learner.domain.IdentityVerification;
import org.laurel.kit.domain.FactOrder;

/** Facts about a case, by the words of the tables. All happen at {@link #NOW}. */
final class Facts {

    /** Minutes after the start at which facts happen. */
    static final int NOW = 100;

    private static final String WAITED_FOR = "r1";

    private Facts() {}

    static Fact of(String words) {
        return switch (words) {
            case "passing" -> new Fact.PassingStatus(order(Fact.PassingStatus.KIND), true, new BigDecimal("0.88"));
            case "failing" -> new Fact.PassingStatus(order(Fact.PassingStatus.KIND), false, new BigDecimal("0.4"));
            case "graded" -> new Fact.Graded(order(Fact.Graded.KIND), new BigDecimal("0.95"));
            case "identity approved" -> identity(IdentityVerification.APPROVED, NOW + 1);
            case "identity approved, but over by now" -> identity(IdentityVerification.APPROVED, NOW);
            case "identity denied" -> identity("denied", NOW + 1);
            case "barred" -> preferences(false);
            case "allowed" -> preferences(true);
            case "renamed" -> new Fact.Renamed(order(Fact.Renamed.KIND));
            case "exam rejected" -> new Fact.ExamRejected(order(Fact.ExamRejected.KIND), null);
            case "beta tester" -> new Fact.BetaTester(order(Fact.BetaTester.KIND), true);
            case "no beta tester" -> new Fact.BetaTester(order(Fact.BetaTester.KIND), false);
            case "invalidated" -> new Fact.Invalidated(order(Fact.Invalidated.KIND), true);
            case "invalidation off" -> new Fact.Invalidated(order(Fact.Invalidated.KIND), false);
            case "date set" -> new Fact.DateOverridden(order(Fact.DateOverridden.KIND), at(7));
            case "terms changed" -> new Fact.TermsChanged(order(0), "settings");
            case "made" -> rendered(WAITED_FOR, new RenderAnswer.Made("f2", "/f2.pdf"));
            case "made for another request" -> rendered("r0", new RenderAnswer.Made("f2", "/f2.pdf"));
            case "removed" -> rendered(WAITED_FOR, new RenderAnswer.Removed());
            case "removed for another request" -> rendered("r0", new RenderAnswer.Removed());
            case "rendering failed" -> rendered(WAITED_FOR, new RenderAnswer.Failed("No fonts."));
            case "failed for another request" -> rendered("r0", new RenderAnswer.Failed("No fonts."));
            default -> ofTwoWords(words);
        };
    }

    private static Fact ofTwoWords(String words) {
        if (words.startsWith("enrolled in ")) {
            return new Fact.Enrolled(order(Fact.Enrolled.KIND), words.substring("enrolled in ".length()), true);
        }
        if (words.startsWith("unenrolled from ")) {
            return new Fact.Enrolled(order(Fact.Enrolled.KIND), words.substring("unenrolled from ".length()), false);
        }
        if (words.startsWith("completed ")) {
            return Given.completed(words.substring("completed ".length()), NOW, NOW);
        }
        if (words.startsWith("allowlist ")) {
            String entry = words.substring("allowlist ".length()).toUpperCase(Locale.ROOT);
            return new Fact.Allowlisted(order(Fact.Allowlisted.KIND), Entry.valueOf(entry));
        }
        return asked(words, GenerationMode.BATCH);
    }

    static Fact.Requested asked(String command, GenerationMode by) {
        return new Fact.Requested(order(Fact.Requested.KIND), CertificateCommand.of(command), by);
    }

    static FactOrder order(int kind) {
        return new FactOrder(at(NOW), FactOrder.NO_SEQUENCE, kind, "/x", "x");
    }

    private static Fact identity(String status, int untilMinute) {
        return new Fact.AboutLearner(
                new IdentityVerification(order(IdentityVerification.KIND), status, at(untilMinute)));
    }

    private static Fact preferences(boolean allowed) {
        return new Fact.AboutLearner(new CertificatePreferences(
                order(CertificatePreferences.KIND), allowed, null, false, null, "private", 1));
    }

    private static Fact rendered(String request, RenderAnswer answer) {
        return new Fact.Rendered(order(Fact.Rendered.KIND), request, answer);
    }
}
