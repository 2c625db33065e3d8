package org.laurel.certificates.lookup.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.course.domain.CatalogueFacts;
import org.laurel.certificates.course.domain.CompletionRule;
import org.laurel.certificates.course.domain.CourseSettings;
import org.laurel.certificates.course.domain.IssuingMode;
import org.laurel.certificates.course.domain.RunPolicy;
import org.laurel.certificates.course.domain.SitePolicy;
import org.laurel.certificates.course.domain.Terms;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.Certificate;
import org.laurel.certificates.issuance.domain.CertificateFile;
import org.laurel.certificates.issuance.domain.CertificateStatus;
import org.laurel.certificates.issuance.domain.GenerationMode;
import org.laurel.certificates.issuance.domain.Reason;
import org.laurel.certificates.issuance.domain.Standing;
import org.laurel.certificates.issuance.domain.StoredCase.Issued;
import org.laurel.certificates.learner.domain.LearnerHistory;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;

/** Values that the tests of answers start from. Days are counted from today. */
final class Sample {

    static final Instant NOW = Instant.parse("2026-02-03T04:00:00Z");
    static final Instant MODIFIED = day(-10);
    static final CaseKey CASE = new CaseKey(new LearnerId("7"), new CourseKey("course-v1:Org+Intro+2026"));
    static final String UUID = "0123456789abcdef0123456789abcdef";
    static final String PAGE = "/certificates/" + UUID;
    static final LearnerHistory.Then LEARNER = new LearnerHistory.Then("Ada", true, false);
    static final Standing PASSING =
            new Standing("verified", true, true, new BigDecimal("0.88"), false, false, false, null);

    private Sample() {}

    static Instant day(int day) {
        return NOW.plus(day, ChronoUnit.DAYS);
    }

    /** A self-paced run: its certificates show at once. */
    static Terms selfPaced() {
        return terms(settings(true, "end", null, null, true));
    }

    /** An instructor-paced run whose certificates show from a date on, null for none. */
    static Terms showingFrom(@Nullable Integer day) {
        return terms(settings(false, "end_with_date", day, null, true));
    }

    static Terms withoutHtml() {
        return terms(settings(true, "end", null, null, false));
    }

    static Terms unknownRun() {
        return terms(null);
    }

    static CourseSettings settings(
            boolean selfPaced, String behavior, @Nullable Integer date, @Nullable Integer end, boolean html) {
        return new CourseSettings(
                1,
                1,
                day(-100),
                false,
                html,
                selfPaced,
                behavior,
                date == null ? null : day(date),
                false,
                end == null ? null : day(end),
                "Intro",
                "Org");
    }

    static Terms terms(@Nullable CourseSettings settings) {
        return new Terms(settings, RunPolicy.DEFAULT, SitePolicy.startingIn(IssuingMode.LIVE));
    }

    /** A course run that asks for a part of it to be completed. */
    static Terms completing(String threshold, boolean requiresPassing) {
        RunPolicy run = new RunPolicy(
                1,
                day(-50),
                null,
                false,
                false,
                false,
                null,
                null,
                CatalogueFacts.NONE,
                new CompletionRule(new BigDecimal(threshold), requiresPassing));
        return new Terms(selfPaced().settings(), run, SitePolicy.startingIn(IssuingMode.LIVE));
    }

    static Terms switched(Terms terms, boolean automatic, boolean siteSelf, boolean runSelf) {
        return new Terms(
                terms.settings(),
                new RunPolicy(1, day(-50), null, false, runSelf, false, null, null),
                new SitePolicy(1, day(-50), true, false, false, automatic, siteSelf, false, false, IssuingMode.LIVE));
    }

    static ShownCertificate shown(CertificateStatus status, Terms terms) {
        return shown(status, "verified", "0.88", "", terms);
    }

    static ShownCertificate shown(CertificateStatus status, String mode, String grade, String pdf, Terms terms) {
        Certificate certificate = new Certificate(
                status,
                mode,
                grade,
                "Ada",
                Reason.PASSED,
                GenerationMode.BATCH,
                status == CertificateStatus.DOWNLOADABLE,
                new CertificateFile("", pdf, "", ""),
                day(-20),
                MODIFIED);
        return new ShownCertificate(CASE, new Issued(certificate, MODIFIED, null, UUID, 1), terms, false, false);
    }

    static LearnerStatus status(Standing standing, @Nullable ShownCertificate shown, Terms terms) {
        return new LearnerStatus(standing, terms, LEARNER, shown, NOW);
    }

    static Standing standing(String mode, boolean active, boolean passing, @Nullable String grade) {
        return new Standing(
                mode, active, passing, grade == null ? null : new BigDecimal(grade), false, false, false, null);
    }
}
