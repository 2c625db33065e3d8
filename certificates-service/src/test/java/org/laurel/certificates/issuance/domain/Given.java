package org.laurel.certificates.issuance.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.course.domain.CatalogueFacts;
import org.laurel.certificates.course.domain.CompletionRule;
import org.laurel.certificates.course.domain.CourseSettings;
import org.laurel.certificates.course.domain.IssuingMode;
import org.laurel.certificates.course.domain.RunPolicy;
import org.laurel.certificates.course.domain.SitePolicy;
import org.laurel.certificates.course.domain.TermsHistory;
import org.laurel.certificates.learner.domain.LearnerHistory;
import org.laurel.certificates.learner.domain.NameHistory;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.FactOrder;

/** Values that rule tests start from. Times are minutes after a fixed start. */
final class Given {

    private static final Instant START = Instant.parse("2026-02-03T04:00:00Z");

    private Given() {}

    static Instant at(int minute) {
        return START.plus(minute, ChronoUnit.MINUTES);
    }

    static CourseSettings settings() {
        return settings(1, 0, true, false);
    }

    static CourseSettings settings(int version, int minute, boolean html, boolean ccx) {
        return new CourseSettings(
                version, version, at(minute), ccx, html, true, "end", null, false, null, "Intro", "Org");
    }

    static CourseSettings withId(CourseSettings settings, long id) {
        return new CourseSettings(
                id,
                settings.version(),
                settings.occurredAt(),
                settings.ccx(),
                settings.htmlEnabled(),
                settings.selfPaced(),
                settings.displayBehavior(),
                settings.availableDate(),
                settings.showBeforeEnd(),
                settings.end(),
                settings.displayName(),
                settings.org());
    }

    static Fact.PassingStatus passing(int minute) {
        return status(true, "0.88", minute);
    }

    static Fact.PassingStatus failing(int minute) {
        return status(false, "0.4", minute);
    }

    static Fact.PassingStatus status(boolean passing, @Nullable String grade, int minute) {
        return status(passing, grade, minute, "p" + minute);
    }

    static Fact.PassingStatus status(boolean passing, @Nullable String grade, int minute, String id) {
        FactOrder order = new FactOrder(at(minute), FactOrder.NO_SEQUENCE, Fact.PassingStatus.KIND, "/lms", id);
        return new Fact.PassingStatus(order, passing, grade == null ? null : new BigDecimal(grade));
    }

    static Fact.Progressed completed(String percent, int minute, int version) {
        FactOrder order = new FactOrder(at(minute), version, Fact.Progressed.KIND, "/c", "c" + version);
        return new Fact.Progressed(order, new BigDecimal(percent));
    }

    static RunPolicy completing(int id, int minute, @Nullable String threshold, boolean requiresPassing) {
        BigDecimal needed = threshold == null ? null : new BigDecimal(threshold);
        return new RunPolicy(
                id,
                at(minute),
                null,
                false,
                false,
                false,
                null,
                null,
                CatalogueFacts.NONE,
                new CompletionRule(needed, requiresPassing));
    }

    static Fact.Enrolled enrolled(String mode, int minute) {
        return enrolled(mode, minute, minute);
    }

    static Fact.Enrolled enrolled(String mode, int minute, int version) {
        FactOrder order = new FactOrder(at(minute), version, Fact.Enrolled.KIND, "/e", "e" + version);
        return new Fact.Enrolled(order, mode, true);
    }

    static Fact.Enrolled unenrolled(String mode, int minute) {
        return new Fact.Enrolled(
                new FactOrder(at(minute), minute, Fact.Enrolled.KIND, "/e", "e" + minute), mode, false);
    }

    static Certificate certificate(CertificateStatus status, String mode) {
        return new Certificate(
                status,
                mode,
                "0.7",
                "Ada",
                Reason.PASSED,
                GenerationMode.BATCH,
                status == CertificateStatus.DOWNLOADABLE || status == CertificateStatus.REGENERATING,
                CertificateFile.NONE,
                at(5),
                at(5));
    }

    static final CaseKey CASE = new CaseKey(new LearnerId("7"), new CourseKey("course-v1:Org+Intro+2026"));

    static final SitePolicy SITE = SitePolicy.startingIn(IssuingMode.LIVE);

    static TermsHistory terms(CourseSettings... versions) {
        return new TermsHistory(List.of(versions), List.of(), List.of(), SITE);
    }

    /** A learner who took another name after fifty minutes. */
    static LearnerHistory learner() {
        return LearnerHistory.of(new NameHistory(
                List.of(new NameHistory.Name(at(0), "Ada"), new NameHistory.Name(at(50), "Ada Lovelace"))));
    }

    static Fold fold(CourseSettings... versions) {
        return new Fold(CASE, terms(versions), learner(), List.of());
    }
}
