package org.laurel.certificates.issuance.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.course.domain.CompletionRule;
import org.laurel.certificates.course.domain.Terms;
import org.laurel.certificates.course.domain.TermsHistory;
import org.laurel.certificates.learner.domain.CertificatePreferences;
import org.laurel.certificates.learner.domain.IdentityVerification;
import org.laurel.certificates.learner.domain.LearnerHistory;

/**
 * What the tables allow, written down a second time and without the rules: which fact may lead from which status to which, and
 * what is true of a certificate in a status. It says what may happen, not what must.
 */
final class ReferenceModel {

    private static final String TRANSITIONS = """
            fact              | from                                | to
            passing           | none                                | downloadable generating unverified restricted
            passing           | settled                             | granted unverified notpassing unavailable restricted
            failing           | passed                              | notpassing
            progressed        | none                                | downloadable generating unverified restricted
            progressed        | settled                             | granted unverified notpassing unavailable restricted
            enrolled          | none                                | downloadable generating unverified restricted
            enrolled          | any                                 | granted unverified notpassing unavailable restricted
            graded            | nowhere                             | nowhere
            identity approved | none                                | downloadable generating unverified restricted
            identity approved | any                                 | granted unverified notpassing unavailable restricted
            identity ended    | nowhere                             | nowhere
            barred            | none                                | restricted
            barred            | any                                 | restricted
            allowed           | restricted                          | granted unverified notpassing unavailable
            allowed           | downloadable regenerating           | itself
            renamed           | downloadable regenerating           | itself
            exam rejected     | revocable                           | unavailable
            beta tester       | nowhere                             | nowhere
            no beta tester    | none                                | downloadable generating
            no beta tester    | any                                 | granted
            allowlist enabled | none                                | downloadable generating unverified restricted
            allowlist enabled | any                                 | granted unverified unavailable restricted
            allowlist disabled| nowhere                             | nowhere
            allowlist removed | revocable                           | unavailable
            invalidated       | revocable                           | unavailable
            invalidation off  | none                                | downloadable generating unverified restricted
            invalidation off  | any                                 | granted unverified notpassing restricted
            date overridden   | nowhere                             | nowhere
            generate          | none                                | downloadable generating unverified restricted
            generate          | any                                 | granted unverified notpassing unavailable restricted
            add               | none                                | downloadable generating unverified restricted
            add               | downloadable settled                | granted unverified notpassing unavailable restricted
            regenerate        | downloadable error                  | downloadable regenerating unverified notpassing unavailable restricted
            delete            | downloadable error                  | deleting deleted
            stated            | none                                | any
            stated            | any                                 | any
            rendered          | generating regenerating             | downloadable error
            rendered          | deleting                            | deleted error
            terms             | none                                | downloadable generating
            terms             | grantable                           | granted
            """;

    private static final List<List<String>> ROWS = Matrix.of(TRANSITIONS).rows();

    private static final Set<CertificateStatus> PASSED =
            EnumSet.of(CertificateStatus.DOWNLOADABLE, CertificateStatus.GENERATING, CertificateStatus.REGENERATING);

    private final TermsHistory terms;
    private final LearnerHistory learner;

    ReferenceModel(TermsHistory terms, LearnerHistory learner) {
        this.terms = terms;
        this.learner = learner;
    }

    /** Fails when a step goes where the tables have no way. */
    void check(CourseRecord before, Fold.Step step) {
        Certificate was = before.certificate();
        Certificate is = step.after().certificate();
        checkSettled(was, before.standing(), is, step);
        if (!(step.decision() instanceof Decision.Changed)) {
            assertThat(is).isEqualTo(was);
            return;
        }
        assertThat(is).isNotNull().isNotEqualTo(was);
        if (is != null) {
            String transition = word(step.fact()) + ": " + from(was) + " → " + from(is);
            assertThat(allowed(step.fact(), was, is)).as(transition).isTrue();
            checkState(is);
            checkChange(was, is, before.standing(), step);
        }
    }

    /**
     * Completion is settled by grants, but not those of the allowlist, and by doing all that is asked for while one holds. A
     * failing grade without which there is none opens it, and so does a statement that there is none.
     */
    private void checkSettled(@Nullable Certificate was, Standing before, @Nullable Certificate is, Fold.Step step) {
        Standing standing = step.after().standing();
        CompletionRule completion = terms.at(step.fact().order()).run().completion();
        String word = word(step.fact());
        boolean opens = switch (word) {
            case "failing" -> completion.needsPassing();
            case "stated" -> is == null || !PASSED.contains(is.status());
            default -> false;
        };
        boolean settles = isGranted(is)
                && (!isGranted(was)
                        || word.equals("stated")
                        || ((standing.passing() || !completion.needsPassing()) && isEnough(standing, completion)));
        assertThat(standing.completionSettled()).as(word).isEqualTo(!opens && (before.completionSettled() || settles));
    }

    private static boolean isGranted(@Nullable Certificate certificate) {
        return certificate != null
                && PASSED.contains(certificate.status())
                && certificate.reason() != Reason.ALLOWLISTED;
    }

    private static boolean isEnough(Standing standing, CompletionRule completion) {
        return completion.threshold() == null
                || (standing.completion() != null
                        && standing.completion().percent().compareTo(completion.threshold()) >= 0);
    }

    private boolean allowed(Fact fact, @Nullable Certificate was, Certificate is) {
        return ROWS.stream()
                .filter(row -> row.get(0).equals(word(fact)))
                .filter(row -> was == null
                        ? row.get(1).equals("none")
                        : statuses(row.get(1), was.status()).contains(was.status()))
                .anyMatch(row -> statuses(row.get(2), was == null ? is.status() : was.status())
                        .contains(is.status()));
    }

    /** What is true of a certificate in its status, however it got there. */
    private static void checkState(Certificate certificate) {
        boolean stated = certificate.reason() == Reason.STATED;
        switch (certificate.status()) {
            case DOWNLOADABLE -> assertThat(certificate.earned()).isTrue();
            case REGENERATING ->
                assertThat(certificate.file().requestId().isEmpty()).isEqualTo(stated);
            case GENERATING, DELETING -> {
                assertThat(certificate.earned()).isFalse();
                assertThat(certificate.file().requestId().isEmpty()).isEqualTo(stated);
            }
            case ERROR -> {
                assertThat(certificate.earned()).isFalse();
                assertThat(certificate.file().downloadUrl()).isEmpty();
                assertThat(certificate.file().errorReason().isEmpty()).isEqualTo(stated);
            }
            default -> {
                assertThat(certificate.earned()).isFalse();
                assertThat(certificate.file()).isEqualTo(CertificateFile.NONE);
            }
        }
    }

    private void checkChange(@Nullable Certificate was, Certificate is, Standing before, Fold.Step step) {
        assertThat(is.modifiedAt()).isEqualTo(step.fact().order().occurredAt());
        assertThat(is.createdAt()).isEqualTo(was == null ? is.modifiedAt() : was.createdAt());
        boolean told = step.fact() instanceof Fact.Stated || step.fact() instanceof Fact.Rendered;
        if (!told && is.status() != CertificateStatus.DELETING && is.status() != CertificateStatus.DELETED) {
            assertThat(is.name()).isEqualTo(learner.at(step.fact().order()).name());
        }
        if (!told && (was == null || !was.isPassed()) && PASSED.contains(is.status())) {
            checkGrant(is, before, step);
        }
    }

    /** Whatever grants: the learner is allowed, deserving, eligible and not invalidated, and certificates are on. */
    private void checkGrant(Certificate is, Standing before, Fold.Step step) {
        Standing standing = step.after().standing();
        LearnerHistory.Then then = learner.at(step.fact().order());
        Terms valid = terms.at(step.fact().order());
        assertThat(then.allowed()).isTrue();
        assertThat(standing.invalidated()).isFalse();
        CompletionRule completion = valid.run().completion();
        boolean passing = standing.passing() || !completion.needsPassing();
        boolean completed = before.completionSettled() || isEnough(standing, completion);
        assertThat(standing.allowlisted() || (passing && completed && !standing.betaTester() && !valid.ccx()))
                .isTrue();
        assertThat(is.mode()).isEqualTo(standing.mode()).isNotEqualTo("audit");
        boolean honor = is.mode().equals("honor");
        assertThat(honor && valid.site().honorCertificatesDisabled()).isFalse();
        assertThat(honor || then.verified() || !valid.site().identityVerificationRequired())
                .isTrue();
        assertThat(valid.certificatesEnabled()).isTrue();
        assertThat(is.status() == CertificateStatus.DOWNLOADABLE)
                .isEqualTo(!valid.run().pdfGeneration());
    }

    private static String from(@Nullable Certificate certificate) {
        return certificate == null ? "none" : certificate.status().slug();
    }

    private static Set<CertificateStatus> statuses(String words, CertificateStatus itself) {
        Set<CertificateStatus> all = EnumSet.noneOf(CertificateStatus.class);
        Arrays.stream(words.split(" ")).flatMap(word -> group(word, itself)).forEach(all::add);
        return all;
    }

    private static Stream<CertificateStatus> group(String word, CertificateStatus itself) {
        EnumSet<CertificateStatus> any = EnumSet.allOf(CertificateStatus.class);
        switch (word) {
            case "none", "nowhere" -> any.clear();
            case "any" -> {}
            case "itself" -> any.retainAll(EnumSet.of(itself));
            case "passed", "granted" -> any.retainAll(PASSED);
            case "settled" -> any.removeAll(PASSED);
            case "revocable" ->
                any.removeAll(EnumSet.of(
                        CertificateStatus.UNAVAILABLE,
                        CertificateStatus.AUDIT_PASSING,
                        CertificateStatus.AUDIT_NOTPASSING));
            case "grantable" ->
                any.removeAll(EnumSet.of(
                        CertificateStatus.UNAVAILABLE,
                        CertificateStatus.DELETING,
                        CertificateStatus.DELETED,
                        CertificateStatus.ERROR));
            default -> any.retainAll(EnumSet.of(CertificateStatus.of(word)));
        }
        return any.stream();
    }

    private String word(Fact fact) {
        return switch (fact) {
            case Fact.PassingStatus status -> status.passing() ? "passing" : "failing";
            case Fact.Enrolled ignored -> "enrolled";
            case Fact.Graded ignored -> "graded";
            case Fact.AboutLearner(IdentityVerification identity) ->
                identity.holdsAt(identity.order().occurredAt()) ? "identity approved" : "identity ended";
            // a higher version that was told before still counts
            case Fact.AboutLearner(CertificatePreferences wishes) ->
                learner.at(wishes.order()).allowed() ? "allowed" : "barred";
            case Fact.Renamed ignored -> "renamed";
            case Fact.ExamRejected ignored -> "exam rejected";
            case Fact.BetaTester beta -> beta.tester() ? "beta tester" : "no beta tester";
            case Fact.Allowlisted listed -> "allowlist " + listed.entry().name().toLowerCase(Locale.ROOT);
            case Fact.Invalidated invalidated -> invalidated.active() ? "invalidated" : "invalidation off";
            case Fact.DateOverridden ignored -> "date overridden";
            case Fact.Requested requested -> requested.command().slug();
            case Fact.Stated ignored -> "stated";
            case Fact.Rendered ignored -> "rendered";
            case Fact.Progressed ignored -> "progressed";
            case Fact.TermsChanged ignored -> "terms";
        };
    }
}
