package org.laurel.certificates.course.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.Cause;

/** What staff leave out of a change stays as it was. Source: certificates, course settings; decisions 3, 7 and 9. */
class PolicyChangeTest {

    private static final Instant BEFORE = Instant.parse("2026-02-03T04:00:00Z");
    private static final Instant NOW = Instant.parse("2026-02-04T04:00:00Z");
    private static final CourseKey RUN = new CourseKey("course-v1:Org+Intro+2026");
    private static final Cause CAUSE = Cause.of("staff", "request");

    private static final RunPolicy RUN_POLICY =
            new RunPolicy(4, BEFORE, false, true, true, true, true, IssuingMode.OBSERVE);
    private static final SitePolicy SITE_POLICY =
            new SitePolicy(4, BEFORE, false, true, true, false, true, true, true, IssuingMode.OBSERVE);

    @Test
    void aRunsChangeThatSaysNothingLeavesEverythingButTheTime() {
        RunPolicy after = change(null, null, null, null, null, null, Set.of()).applyTo(RUN_POLICY);

        assertThat(after).isEqualTo(new RunPolicy(0, NOW, false, true, true, true, true, IssuingMode.OBSERVE));
        assertThat(after.decidesLike(RUN_POLICY)).isTrue();
    }

    @Test
    void aRunsChangeThatSaysEverythingReplacesEverything() {
        RunPolicy after = change(true, false, false, false, false, IssuingMode.LIVE, Set.of())
                .applyTo(RUN_POLICY);

        assertThat(after).isEqualTo(new RunPolicy(0, NOW, true, false, false, false, false, IssuingMode.LIVE));
    }

    @Test
    void aChangeHoldsNoEarlierThanWhatItChanges() {
        Instant ahead = NOW.plusSeconds(180);
        RunPolicy run = new RunPolicy(4, ahead, false, true, true, true, true, IssuingMode.OBSERVE);
        SitePolicy site = new SitePolicy(4, ahead, false, true, true, false, true, true, true, IssuingMode.OBSERVE);

        assertThat(RunPolicyChange.ofSelfGeneration(RUN, false, NOW, CAUSE)
                        .applyTo(run)
                        .occurredAt())
                .isEqualTo(ahead);
        assertThat(SitePolicyChange.ofSelfGeneration(false, NOW, CAUSE)
                        .applyTo(site)
                        .occurredAt())
                .isEqualTo(ahead);
    }

    @ParameterizedTest
    @ValueSource(strings = {"automatic_generation", "include_hours_of_effort", "mode"})
    void whatIsClearedFallsBack(String member) {
        RunPolicy after = change(true, null, null, null, true, IssuingMode.LIVE, Set.of(member))
                .applyTo(RUN_POLICY);

        assertThat(after.automaticGeneration() == null).isEqualTo(member.equals("automatic_generation"));
        assertThat(after.includeHoursOfEffort() == null).isEqualTo(member.equals("include_hours_of_effort"));
        assertThat(after.mode() == null).isEqualTo(member.equals("mode"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void everyMemberOfARunsPolicyDecides(int member) {
        RunPolicy other = change(
                        member == 0 ? true : null,
                        member == 1 ? false : null,
                        member == 2 ? false : null,
                        member == 3 ? false : null,
                        member == 4 ? false : null,
                        member == 5 ? IssuingMode.LIVE : null,
                        Set.of())
                .applyTo(RUN_POLICY);

        assertThat(other.decidesLike(RUN_POLICY)).isFalse();
        assertThat(RUN_POLICY.decidesLike(other)).isFalse();
    }

    @Test
    void whatTheCatalogueSaysStaysUnlessItIsChangedOrCleared() {
        // Given
        RunPolicy known = catalogue(new CatalogueFacts("fr", 6, 7), Set.of()).applyTo(RUN_POLICY);

        // When
        RunPolicy changed =
                catalogue(new CatalogueFacts(null, 8, null), Set.of("language")).applyTo(known);

        // Then
        assertThat(known.catalogue()).isEqualTo(new CatalogueFacts("fr", 6, 7));
        assertThat(changed.catalogue()).isEqualTo(new CatalogueFacts(null, 8, 7));
        assertThat(changed.decidesLike(known)).isFalse();
        assertThat(catalogue(CatalogueFacts.NONE, Set.of("weeks_to_complete", "max_effort"))
                        .applyTo(known)
                        .catalogue())
                .isEqualTo(new CatalogueFacts("fr", null, null));
    }

    @Test
    void whatPagesShowMakesNoDifferenceToHowFactsAreJudged() {
        RunPolicy shown = catalogue(new CatalogueFacts("fr", 6, 7), Set.of("include_hours_of_effort"))
                .applyTo(change(null, null, null, false, null, null, Set.of()).applyTo(RUN_POLICY));

        assertThat(shown.judgesLike(RUN_POLICY)).isTrue();
        assertThat(change(true, null, null, null, null, null, Set.of())
                        .applyTo(RUN_POLICY)
                        .judgesLike(RUN_POLICY))
                .isFalse();
        assertThat(change(null, false, null, null, null, null, Set.of())
                        .applyTo(RUN_POLICY)
                        .judgesLike(RUN_POLICY))
                .isFalse();
        assertThat(change(null, null, false, null, null, null, Set.of())
                        .applyTo(RUN_POLICY)
                        .judgesLike(RUN_POLICY))
                .isFalse();
        assertThat(change(null, null, null, null, null, IssuingMode.LIVE, Set.of())
                        .applyTo(RUN_POLICY)
                        .judgesLike(RUN_POLICY))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "true, true, 6, 7, fr, 42",
        "true, true, 6, , fr, ",
        "true, true, , 7, fr, ",
        "false, false, 6, 7, , ",
        ", true, 6, 7, fr, "
    })
    void whatCertificatesTakeFromTheCatalogueIsForStaffToSwitchOn(
            @Nullable Boolean hours,
            boolean byLanguage,
            @Nullable Integer weeks,
            @Nullable Integer effort,
            @Nullable String language,
            @Nullable Integer expected) {
        RunPolicy policy = new RunPolicy(
                1,
                NOW,
                null,
                false,
                false,
                byLanguage,
                hours,
                null,
                new CatalogueFacts("fr", weeks, effort),
                CompletionRule.NONE);

        assertThat(policy.hoursOfEffort()).isEqualTo(expected);
        assertThat(policy.templateLanguage()).isEqualTo(language);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theSwitchOfSelfGenerationTouchesNothingElse(boolean enabled) {
        RunPolicyChange run = RunPolicyChange.ofSelfGeneration(RUN, enabled, NOW, CAUSE);
        SitePolicyChange site = SitePolicyChange.ofSelfGeneration(enabled, NOW, CAUSE);

        assertThat(run.courseKey()).isEqualTo(RUN);
        assertThat(run.applyTo(RUN_POLICY))
                .isEqualTo(new RunPolicy(0, NOW, false, true, enabled, true, true, IssuingMode.OBSERVE));
        assertThat(site.applyTo(SITE_POLICY))
                .isEqualTo(new SitePolicy(0, NOW, false, true, true, false, enabled, true, true, IssuingMode.OBSERVE));
    }

    @Test
    void aDeploymentsChangeThatSaysNothingLeavesEverythingButTheTime() {
        SitePolicy after =
                new SitePolicyChange(NOW, null, null, null, null, null, null, null, null, CAUSE).applyTo(SITE_POLICY);

        assertThat(after)
                .isEqualTo(new SitePolicy(0, NOW, false, true, true, false, true, true, true, IssuingMode.OBSERVE));
        assertThat(after.decidesLike(SITE_POLICY)).isTrue();
    }

    @Test
    void aDeploymentsChangeThatSaysEverythingReplacesEverything() {
        SitePolicy after = new SitePolicyChange(
                        NOW, true, false, false, true, false, false, false, IssuingMode.LIVE, CAUSE)
                .applyTo(SITE_POLICY);

        assertThat(after)
                .isEqualTo(new SitePolicy(0, NOW, true, false, false, true, false, false, false, IssuingMode.LIVE));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void everyMemberOfADeploymentsPolicyDecides(int member) {
        SitePolicy other = new SitePolicyChange(
                        NOW,
                        member == 0 ? true : null,
                        member == 1 ? false : null,
                        member == 2 ? false : null,
                        member == 3 ? true : null,
                        member == 4 ? false : null,
                        member == 5 ? false : null,
                        member == 6 ? false : null,
                        member == 7 ? IssuingMode.LIVE : null,
                        CAUSE)
                .applyTo(SITE_POLICY);

        assertThat(other.decidesLike(SITE_POLICY)).isFalse();
        assertThat(SITE_POLICY.decidesLike(other)).isFalse();
    }

    @Test
    void whatHoldsBeforeAnybodyDecides() {
        assertThat(SitePolicy.startingIn(IssuingMode.OBSERVE))
                .isEqualTo(new SitePolicy(
                        0, Instant.EPOCH, true, false, false, true, false, false, false, IssuingMode.OBSERVE));
        assertThat(RunPolicy.DEFAULT).isEqualTo(new RunPolicy(0, Instant.EPOCH, null, false, false, false, null, null));
    }

    @ParameterizedTest
    @EnumSource(IssuingMode.class)
    void aModeIsFoundByItsName(IssuingMode mode) {
        assertThat(IssuingMode.of(mode.slug())).isEqualTo(mode);
        assertThat(mode.slug()).isLowerCase();
    }

    private static RunPolicyChange catalogue(CatalogueFacts facts, Set<String> cleared) {
        return new RunPolicyChange(
                RUN, NOW, null, null, null, null, null, null, facts, CompletionRule.Change.NONE, cleared, CAUSE);
    }

    private static RunPolicyChange change(
            @Nullable Boolean automatic,
            @Nullable Boolean pdf,
            @Nullable Boolean self,
            @Nullable Boolean language,
            @Nullable Boolean hours,
            @Nullable IssuingMode mode,
            Set<String> cleared) {
        return new RunPolicyChange(RUN, NOW, automatic, pdf, self, language, hours, mode, cleared, CAUSE);
    }
}
