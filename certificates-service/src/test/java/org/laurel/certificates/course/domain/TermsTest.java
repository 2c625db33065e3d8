package org.laurel.certificates.course.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The switches by which certificates are judged. Source: certificates, settings that change behaviour; decisions 1, 3 and 9. */
class TermsTest {

    private static final Instant TIME = Instant.parse("2026-02-03T04:00:00Z");

    @ParameterizedTest
    @CsvSource({
        // run known, pages in the run, pages in the deployment, files in the run, pages here, any certificate here
        "true,  true,  true,  false, true,  true",
        "true,  true,  false, false, false, false",
        "true,  false, true,  false, false, false",
        "true,  false, true,  true,  false, true",
        "true,  true,  false, true,  false, true",
        "false, true,  true,  true,  false, false"
    })
    void pagesAndFiles(boolean known, boolean inRun, boolean inSite, boolean files, boolean pages, boolean any) {
        Terms terms = new Terms(known ? settings(inRun, false) : null, run(null, files, false, null), html(inSite));

        assertThat(terms.courseKnown()).isEqualTo(known);
        assertThat(terms.webCertificates()).isEqualTo(pages);
        assertThat(terms.certificatesEnabled()).isEqualTo(any);
    }

    @ParameterizedTest
    @CsvSource({
        "true,  none,  true",
        "true,  true,  true",
        "true,  false, false",
        "false, none,  false",
        "false, true,  false",
        "false, false, false"
    })
    void automaticGenerationNeedsBothSwitches(boolean site, String run, boolean automatic) {
        Terms terms = new Terms(null, run(flag(run), false, false, null), policy(false, false, site, false));

        assertThat(terms.automatic()).isEqualTo(automatic);
    }

    @ParameterizedTest(name = "row 54: deployment {0}, run {1}: {2}")
    @CsvSource({"false, false, false", "false, true, false", "true, false, false", "true, true, true"})
    void selfGenerationNeedsBothSwitches(boolean site, boolean run, boolean enabled) {
        Terms terms = new Terms(null, run(null, false, run, null), policy(false, false, true, site));

        assertThat(terms.selfGeneration()).isEqualTo(enabled);
    }

    @ParameterizedTest
    @CsvSource({"LIVE, none, LIVE", "OBSERVE, none, OBSERVE", "LIVE, OBSERVE, OBSERVE", "OBSERVE, LIVE, LIVE"})
    void theRunsOwnModeGoesBeforeTheDeployments(IssuingMode site, String run, IssuingMode mode) {
        IssuingMode own = run.equals("none") ? null : IssuingMode.valueOf(run);

        assertThat(new Terms(null, run(null, false, false, own), SitePolicy.startingIn(site)).mode())
                .isEqualTo(mode);
    }

    @ParameterizedTest
    @CsvSource({
        // slug, eligible, eligible without honor certificates, needs an identity verification where it is required
        "audit,                      false, false, false",
        "honor,                      true,  false, false",
        "no-id-professional,         true,  true,  false",
        "verified,                   true,  true,  true",
        "professional,               true,  true,  true",
        "credit,                     true,  true,  true",
        "masters,                    true,  true,  true",
        "executive-education,        true,  true,  true",
        "paid-executive-education,   true,  true,  true",
        "unpaid-executive-education, true,  true,  true",
        "paid-bootcamp,              true,  true,  true",
        "unpaid-bootcamp,            true,  true,  true",
        "something-new,              true,  true,  true"
    })
    void enrollmentModes(String slug, boolean eligible, boolean eligibleWithoutHonor, boolean needsIdentity) {
        Terms open = new Terms(null, RunPolicy.DEFAULT, policy(false, false, true, false));
        Terms strict = new Terms(null, RunPolicy.DEFAULT, policy(true, true, true, false));

        assertThat(open.isEligible(slug)).isEqualTo(eligible);
        assertThat(strict.isEligible(slug)).isEqualTo(eligibleWithoutHonor);
        assertThat(open.needsIdentity(slug)).isFalse();
        assertThat(strict.needsIdentity(slug)).isEqualTo(needsIdentity);
    }

    @ParameterizedTest
    @CsvSource({
        // automatic, self-paced, behavior, date, used
        "true,  false, end_with_date, true,  true",
        "false, false, end_with_date, true,  false",
        "true,  true,  end_with_date, true,  false",
        "true,  false, end_with_date, false, false",
        "true,  false, end,           true,  false",
        "true,  false, early_no_info, true,  false"
    })
    void theDateOfARun(boolean automatic, boolean selfPaced, String behavior, boolean dated, boolean used) {
        CourseSettings settings = new CourseSettings(
                1, 1, TIME, false, true, selfPaced, behavior, dated ? TIME : null, false, null, "Intro", "Org");

        assertThat(new Terms(settings, RunPolicy.DEFAULT, policy(false, false, automatic, false)).usesAvailableDate())
                .isEqualTo(used);
    }

    @Test
    void anUnknownRunIsNoCustomCourseAndUsesNoDate() {
        Terms unknown = new Terms(null, RunPolicy.DEFAULT, SitePolicy.startingIn(IssuingMode.LIVE));

        assertThat(unknown.ccx()).isFalse();
        assertThat(unknown.usesAvailableDate()).isFalse();
        assertThat(new Terms(settings(true, true), RunPolicy.DEFAULT, html(true)).ccx())
                .isTrue();
        assertThat(new Terms(settings(true, false), RunPolicy.DEFAULT, html(true)).ccx())
                .isFalse();
    }

    private static @Nullable Boolean flag(String word) {
        return word.equals("none") ? null : Objects.requireNonNull(Boolean.valueOf(word));
    }

    private static CourseSettings settings(boolean html, boolean ccx) {
        return new CourseSettings(1, 1, TIME, ccx, html, true, "end", null, false, null, "Intro", "Org");
    }

    private static RunPolicy run(@Nullable Boolean automatic, boolean files, boolean self, @Nullable IssuingMode mode) {
        return new RunPolicy(1, TIME, automatic, files, self, false, null, mode);
    }

    private static SitePolicy html(boolean on) {
        return new SitePolicy(1, TIME, on, false, false, true, false, false, false, IssuingMode.LIVE);
    }

    private static SitePolicy policy(boolean identity, boolean withoutHonor, boolean automatic, boolean self) {
        return new SitePolicy(1, TIME, true, identity, withoutHonor, automatic, self, false, false, IssuingMode.LIVE);
    }
}
