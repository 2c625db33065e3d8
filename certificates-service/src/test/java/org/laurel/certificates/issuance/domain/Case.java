package org.laurel.certificates.issuance.domain;

import static org.laurel.certificates.issuance.domain.Given.at;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.course.domain.CatalogueFacts;
import org.laurel.certificates.course.domain.CompletionRule;
import org.laurel.certificates.course.domain.CourseSettings;
import org.laurel.certificates.course.domain.IssuingMode;
import org.laurel.certificates.course.domain.RunPolicy;
import org.laurel.certificates.course.domain.SitePolicy;
import org.laurel.certificates.course.domain.Terms;
import org.laurel.certificates.learner.domain.CertificatePreferences;
import org.laurel.certificates.learner.domain.IdentityVerification;
import org.laurel.certificates.learner.domain.LearnerHistory;

/**
 * A learner in a course run, by the words of the tables. Unless words say otherwise: actively enrolled in verified, passing,
 * identity verified, no certificate; the run is known, web certificates and automatic generation are on, everything else off.
 */
final class Case {

    /** The name that the learner has at the time of the facts; certificates that are there bear an older one. */
    static final String NAME = "Ada Lovelace";

    private @Nullable String mode = "verified";
    private boolean active = true;
    private boolean passing = true;
    private @Nullable String grade = "0.88";
    private boolean betaTester;
    private boolean allowlisted;
    private boolean invalidated;
    private boolean allowed = true;
    private boolean verified = true;
    private boolean known = true;
    private boolean ccx;
    private boolean htmlInRun = true;
    private boolean html = true;
    private boolean pdf;
    private boolean identityRequired;
    private boolean honorDisabled;
    private boolean namesFollow;
    private boolean automatic = true;
    private @Nullable Boolean automaticInRun;
    private CompletionRule completion = CompletionRule.NONE;
    private @Nullable String completed;
    private boolean waiting;
    private boolean settled;
    private @Nullable Certificate certificate;
    private @Nullable String veto;

    private Case() {}

    /** The case that these words describe, separated by commas. */
    static Case of(String words) {
        Case described = new Case();
        for (String word : words.split(",")) {
            if (!word.isBlank()) {
                described.take(word.strip());
            }
        }
        return described;
    }

    private void take(String word) {
        switch (word) {
            case "passing", "verified", "known run", "html on", "no ccx", "automatic on" -> {}
            case "honor enabled", "identity not required" -> {}
            case "failing" -> grade(false, "0.4");
            case "failing with nothing" -> grade(false, "0");
            case "passing without a grade" -> grade(true, null);
            case "never graded" -> grade(false, null);
            case "never enrolled" -> {
                mode = null;
                active = false;
            }
            case "inactive" -> active = false;
            case "beta tester" -> betaTester = true;
            case "allowlisted" -> allowlisted = true;
            case "invalidated" -> invalidated = true;
            case "barred" -> allowed = false;
            case "unverified" -> verified = false;
            case "unknown run" -> known = false;
            case "ccx" -> ccx = true;
            case "html off in the run" -> htmlInRun = false;
            case "html off" -> html = false;
            case "pdf" -> pdf = true;
            case "identity required" -> identityRequired = true;
            case "honor disabled" -> honorDisabled = true;
            case "names follow" -> namesFollow = true;
            case "automatic off" -> automatic = false;
            case "automatic off in the run" -> automaticInRun = false;
            case "automatic on in the run" -> automaticInRun = true;
            case "request waiting" -> waiting = true;
            case "granted before" -> settled = true;
            case "vetoed" -> veto = "Not before the fee is paid.";
            case "no certificate", "has none" -> certificate = null;
            default -> takePhrase(word);
        }
    }

    private void takePhrase(String word) {
        if (word.startsWith("in ")) {
            mode = word.substring("in ".length());
        } else if (word.startsWith("has ")) {
            String[] why = word.substring("has ".length()).split(" because of ");
            String[] parts = why[0].split(" of ");
            Certificate given =
                    Given.certificate(CertificateStatus.of(parts[0]), parts.length > 1 ? parts[1] : "verified");
            certificate = why.length == 1
                    ? given
                    : given.in(given.status(), Reason.of(why[1]), given.earned(), given.file(), given.modifiedAt());
        } else if (word.startsWith("completed ")) {
            completed = word.substring("completed ".length());
        } else if (word.startsWith("threshold ")) {
            completion = new CompletionRule(new BigDecimal(word.split(" ")[1]), !word.endsWith(" alone"));
        } else {
            throw new IllegalArgumentException("Nobody knows what this means: " + word);
        }
    }

    private void grade(boolean nowPassing, @Nullable String value) {
        passing = nowPassing;
        grade = value;
    }

    /** The same with this certificate. */
    Case holding(Certificate other) {
        certificate = other;
        return this;
    }

    /** What the rules look at when they are asked without a fact. */
    Situation situation() {
        return situation(standing(), new LearnerHistory.Then(NAME, allowed, verified));
    }

    /** What is decided when this happens. */
    Decision when(String words) {
        return when(Facts.of(words));
    }

    /** What is decided when this happens. */
    Decision when(Fact fact) {
        return CertificateRules.decide(situation(standing().after(fact), then(fact)), fact, terms());
    }

    /** What is decided when the terms become those of this case. */
    Decision whenTermsWere(Case before) {
        return CertificateRules.decide(situation(), Facts.of("terms changed"), before.terms());
    }

    /** The certificate after this happens; there must be one. */
    Certificate after(String words) {
        return after(Facts.of(words));
    }

    /** The certificate after this happens; there must be one. */
    Certificate after(Fact fact) {
        return when(fact) instanceof Decision.Changed changed
                ? changed.certificate()
                : Objects.requireNonNull(certificate);
    }

    /** A decision in a word: the status that the certificate changes to, {@code vetoed}, or a dash for no change. */
    static String inWords(Decision decision) {
        return switch (decision) {
            case Decision.Changed changed -> changed.certificate().status().slug();
            case Decision.Unchanged ignored -> "-";
            case Decision.Vetoed ignored -> "vetoed";
        };
    }

    private Situation situation(Standing after, LearnerHistory.Then then) {
        Optional<String> refusal = Optional.ofNullable(veto);
        List<GenerationPolicy> policies =
                refusal.isEmpty() ? List.of() : List.of(request -> Optional.empty(), request -> refusal);
        return new Situation(
                Given.CASE,
                standing(),
                after,
                certificate == null || !waiting ? certificate : waiting(certificate),
                terms(),
                then,
                Facts.order(Fact.Requested.KIND),
                GenerationMode.BATCH,
                false,
                policies);
    }

    private static Certificate waiting(Certificate certificate) {
        CertificateFile file = new CertificateFile("f1", "/f1.pdf", "", "r1");
        return certificate.in(
                certificate.status(), certificate.reason(), certificate.earned(), file, certificate.modifiedAt());
    }

    private LearnerHistory.Then then(Fact fact) {
        if (fact instanceof Fact.AboutLearner about) {
            return switch (about.fact()) {
                case IdentityVerification identity ->
                    new LearnerHistory.Then(NAME, allowed, identity.holdsAt(at(Facts.NOW)));
                case CertificatePreferences wishes ->
                    new LearnerHistory.Then(NAME, wishes.allowCertificate(), verified);
            };
        }
        return new LearnerHistory.Then(NAME, allowed, verified);
    }

    private Standing standing() {
        BigDecimal value = grade == null ? null : new BigDecimal(grade);
        Standing.Completion known =
                completed == null ? null : new Standing.Completion(new BigDecimal(completed), Facts.NOW - 1);
        return new Standing(mode, active, passing, value, betaTester, allowlisted, invalidated, null, known, settled);
    }

    private Terms terms() {
        CourseSettings settings = known ? Given.settings(1, 0, htmlInRun, ccx) : null;
        RunPolicy run =
                new RunPolicy(1, at(0), automaticInRun, pdf, false, false, null, null, CatalogueFacts.NONE, completion);
        SitePolicy site = new SitePolicy(
                1,
                at(0),
                html,
                identityRequired,
                honorDisabled,
                automatic,
                false,
                false,
                namesFollow,
                IssuingMode.LIVE);
        return new Terms(settings, run, site);
    }
}
