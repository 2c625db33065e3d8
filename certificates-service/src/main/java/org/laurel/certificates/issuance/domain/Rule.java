package org.laurel.certificates.issuance.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.laurel.certificates.course.domain.CompletionRule;
import org.laurel.certificates.issuance.domain.RuleResult.Verdict;

/**
 * The rules that must all hold for a certificate to be granted, in their order. Source: certificates, eligibility, first table;
 * decisions 1 and 2.
 */
enum Rule {
    LEARNER_ALLOWED("Allowing the learner to have certificates.") {
        @Override
        boolean holds(Situation situation) {
            return situation.learner().allowed();
        }

        @Override
        String says(Situation situation, boolean holds) {
            return holds ? "The learner may have certificates." : "The learner may not have certificates.";
        }
    },
    ON_ALLOWLIST("An entry on the allowlist.") {
        @Override
        boolean holds(Situation situation) {
            return situation.standing().allowlisted();
        }

        @Override
        String says(Situation situation, boolean holds) {
            return holds ? "The learner is on the allowlist." : "The learner is not on the allowlist.";
        }
    },
    NOT_A_CCX_RUN("Nothing: custom courses grant no certificates, but to learners on the allowlist.") {
        @Override
        boolean holds(Situation situation) {
            return !situation.terms().ccx();
        }

        @Override
        String says(Situation situation, boolean holds) {
            return holds ? "The course run is an ordinary one." : "The course run is a custom course (CCX).";
        }
    },
    NOT_A_BETA_TESTER("Taking the learner off the beta testers, or an entry on the allowlist.") {
        @Override
        boolean holds(Situation situation) {
            return !situation.standing().betaTester();
        }

        @Override
        String says(Situation situation, boolean holds) {
            return holds ? "The learner is no beta tester." : "The learner is a beta tester of the course run.";
        }
    },
    PASSING_GRADE("A passing grade, or an entry on the allowlist.") {
        @Override
        boolean holds(Situation situation) {
            return situation.standing().passing() || !situation.completion().needsPassing();
        }

        @Override
        String says(Situation situation, boolean holds) {
            if (!situation.completion().needsPassing()) {
                return "No passing grade is needed: completion alone earns the certificate.";
            }
            var grade = situation.standing().grade();
            return (holds ? "The learner passes with " : "The learner does not pass, with ")
                    + (grade == null ? "no grade." : "grade " + Certificate.gradeText(grade) + ".");
        }
    },
    COMPLETION("Completing more of the course run, or an entry on the allowlist.") {
        @Override
        boolean holds(Situation situation) {
            return situation.standing().completes(situation.terms());
        }

        @Override
        String says(Situation situation, boolean holds) {
            if (holds && !situation.standing().reaches(situation.terms())) {
                return "The certificate was granted before; completing less than is needed now takes nothing back.";
            }
            Standing.Completion known = situation.standing().completion();
            return (known == null
                            ? "Nothing is known of what the learner has completed"
                            : "The learner has completed " + CompletionRule.inWords(known.percent())
                                    + " of the course run")
                    + needed(situation) + ".";
        }

        @Override
        String remedy(Situation situation) {
            return "Completing more of the course run" + needed(situation) + "; or an entry on the allowlist.";
        }

        private static String needed(Situation situation) {
            BigDecimal threshold = situation.completion().threshold();
            return threshold == null ? "" : ", of which " + CompletionRule.inWords(threshold) + " is needed";
        }
    },
    NOT_INVALIDATED("Taking the invalidation back.") {
        @Override
        boolean holds(Situation situation) {
            return !situation.standing().invalidated();
        }

        @Override
        String says(Situation situation, boolean holds) {
            return holds ? "No invalidation is in force." : "Staff have declared the certificate invalid.";
        }
    },
    ENROLLED("An enrollment in a mode that is eligible.") {
        @Override
        boolean holds(Situation situation) {
            return situation.standing().mode() != null;
        }

        @Override
        String says(Situation situation, boolean holds) {
            if (!holds) {
                return "The learner has never been enrolled.";
            }
            return situation.standing().active()
                    ? "The learner is enrolled."
                    : "The learner was enrolled; the enrollment is inactive.";
        }
    },
    ELIGIBLE_MODE("A change of mode, to verified for instance.") {
        @Override
        boolean holds(Situation situation) {
            String mode = situation.standing().mode();
            return mode != null && situation.terms().isEligible(mode);
        }

        @Override
        String says(Situation situation, boolean holds) {
            String mode = situation.standing().mode();
            return "Mode " + (mode == null ? "none" : mode) + (holds ? " is eligible." : " is not eligible.");
        }
    },
    IDENTITY_VERIFIED("An approved identity verification.") {
        @Override
        boolean holds(Situation situation) {
            String mode = situation.standing().mode();
            return situation.learner().verified()
                    || mode == null
                    || !situation.terms().needsIdentity(mode);
        }

        @Override
        String says(Situation situation, boolean holds) {
            if (!holds) {
                return "The mode needs an identity verification, and the learner has none that is current.";
            }
            return situation.learner().verified()
                    ? "The learner's identity is verified."
                    : "No identity verification is needed.";
        }
    },
    NOT_GRANTED_YET("Nothing: the certificate is there.") {
        @Override
        boolean holds(Situation situation) {
            return !situation.isDownloadable() || situation.again() || situation.isOfIneligibleMode();
        }

        @Override
        String says(Situation situation, boolean holds) {
            if (!holds) {
                return "The certificate is granted already.";
            }
            if (!situation.isDownloadable()) {
                return "No certificate is granted yet.";
            }
            return situation.again()
                    ? "The certificate is to be made anew."
                    : "The certificate is of a mode that is not eligible.";
        }
    },
    COURSE_RUN_KNOWN("The course run's registration.") {
        @Override
        boolean holds(Situation situation) {
            return situation.terms().courseKnown();
        }

        @Override
        String says(Situation situation, boolean holds) {
            return holds ? "The course run is known." : "The course run is not known here.";
        }
    },
    CERTIFICATES_ENABLED("Switching web certificates or PDF files on for the course run and the deployment.") {
        @Override
        boolean holds(Situation situation) {
            return situation.terms().certificatesEnabled();
        }

        @Override
        String says(Situation situation, boolean holds) {
            return holds
                    ? "Certificates are switched on for the course run."
                    : "Neither web certificates nor PDF files are switched on for the course run.";
        }
    },
    ALLOWED_BY_POLICY("What the deployment's own policy asks for.") {
        @Override
        boolean holds(Situation situation) {
            return situation.policies().isEmpty() || situation.refusal().isEmpty();
        }

        @Override
        String says(Situation situation, boolean holds) {
            return situation.refusal().orElse("The deployment's own policy has no objection.");
        }
    };

    /** What a learner has to fulfil who is not on the allowlist. */
    static final List<Rule> REGULAR = List.of(
            LEARNER_ALLOWED,
            NOT_A_CCX_RUN,
            NOT_A_BETA_TESTER,
            PASSING_GRADE,
            NOT_INVALIDATED,
            ENROLLED,
            ELIGIBLE_MODE,
            IDENTITY_VERIFIED,
            NOT_GRANTED_YET,
            COURSE_RUN_KNOWN,
            CERTIFICATES_ENABLED,
            ALLOWED_BY_POLICY);

    /** The same in a course run in which completion plays a part. */
    static final List<Rule> BY_COMPLETION = REGULAR.stream()
            .flatMap(rule -> rule == PASSING_GRADE ? Stream.of(rule, COMPLETION) : Stream.of(rule))
            .toList();

    /** What a learner on the allowlist has to fulfil. */
    static final List<Rule> ALLOWLIST = List.of(
            LEARNER_ALLOWED,
            ON_ALLOWLIST,
            NOT_INVALIDATED,
            ENROLLED,
            ELIGIBLE_MODE,
            IDENTITY_VERIFIED,
            NOT_GRANTED_YET,
            COURSE_RUN_KNOWN,
            CERTIFICATES_ENABLED,
            ALLOWED_BY_POLICY);

    private final String remedy;

    Rule(String remedy) {
        this.remedy = remedy;
    }

    /** Whether the rule holds. */
    abstract boolean holds(Situation situation);

    /** What the rule looked at, in a sentence. */
    abstract String says(Situation situation, boolean holds);

    /** What would make it hold. */
    String remedy(Situation situation) {
        return remedy;
    }

    /** What the rule says of the situation. */
    RuleResult result(Situation situation) {
        boolean holds = holds(situation);
        return new RuleResult(
                slug(), holds ? Verdict.PASS : Verdict.FAIL, says(situation, holds), holds ? "" : remedy(situation));
    }

    /** The name in traces. */
    String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
