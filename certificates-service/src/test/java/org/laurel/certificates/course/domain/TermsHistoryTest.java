package org.laurel.certificates.course.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.kit.domain.FactOrder;

/** A fact is judged by what was valid at its time. Source: decisions, everywhere 2. */
class TermsHistoryTest {

    private static final Instant START = Instant.parse("2026-02-03T04:00:00Z");
    private static final SitePolicy DEFAULT = SitePolicy.startingIn(IssuingMode.LIVE);

    private final TermsHistory history = new TermsHistory(
            List.of(settings(2, 30), settings(1, 10)),
            List.of(run(2, 40, true), run(1, 20, false)),
            List.of(site(2, 45, false), site(1, 25, true)),
            DEFAULT);

    @ParameterizedTest
    @CsvSource({
        // minute, version of the settings, of the run's policy, of the deployment's
        " 0, 1, 0, 0",
        "10, 1, 0, 0",
        "20, 1, 1, 0",
        "25, 1, 1, 1",
        "29, 1, 1, 1",
        "30, 2, 1, 1",
        "40, 2, 2, 1",
        "45, 2, 2, 2",
        "99, 2, 2, 2"
    })
    void whatHeldAtAPlace(int minute, long settings, long run, long site) {
        Terms terms = history.at(after(minute));

        assertThat(version(terms.settings())).isEqualTo(settings);
        assertThat(terms.run().id()).isEqualTo(run);
        assertThat(terms.site().id()).isEqualTo(site);
    }

    @Test
    void whatHeldRightBeforeAChange() {
        assertThat(version(history.before(settings(2, 30).order()).settings())).isEqualTo(1);
        assertThat(history.before(run(1, 20, false).order()).run()).isEqualTo(RunPolicy.DEFAULT);
        assertThat(history.before(run(2, 40, true).order()).run().id()).isEqualTo(1);
        assertThat(history.before(site(1, 25, true).order()).site()).isEqualTo(DEFAULT);
        assertThat(history.before(site(2, 45, false).order()).site().id()).isEqualTo(1);
    }

    @Test
    void aChangeHoldsFromItsOwnPlaceOn() {
        assertThat(version(history.at(settings(2, 30).order()).settings())).isEqualTo(2);
        assertThat(history.at(run(2, 40, true).order()).run().id()).isEqualTo(2);
        assertThat(history.at(site(2, 45, false).order()).site().id()).isEqualTo(2);
    }

    @Test
    void whatHoldsNowIsTheNewest() {
        Terms now = history.newest();

        assertThat(version(now.settings())).isEqualTo(2);
        assertThat(now.run().id()).isEqualTo(2);
        assertThat(now.site().id()).isEqualTo(2);
    }

    @Test
    void anUnknownRunHasNoSettings() {
        Terms terms = new TermsHistory(List.of(), List.of(), List.of(), DEFAULT).newest();

        assertThat(terms.settings()).isNull();
        assertThat(terms.run()).isEqualTo(RunPolicy.DEFAULT);
        assertThat(terms.site()).isEqualTo(DEFAULT);
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 0, 0", "9, 1, 0, 0", "10, 1, 0, 0", "20, 1, 1, 0", "25, 1, 1, 1", "30, 2, 1, 1", "45, 2, 2, 2"})
    void asOfATimeOnlyWhatHadBegunIsLeftAndAlwaysTheFirstSettings(int minute, int settings, int run, int site) {
        TermsHistory then = history.upTo(at(minute));

        assertThat(then.settings()).hasSize(settings);
        assertThat(then.settings().getFirst().version()).isEqualTo(1);
        assertThat(then.runPolicies()).hasSize(run);
        assertThat(then.sitePolicies()).hasSize(site);
        assertThat(then.siteDefault()).isEqualTo(DEFAULT);
    }

    @Test
    void asOfATimeWithoutAnySettingsThereAreNone() {
        assertThat(new TermsHistory(List.of(), List.of(), List.of(), DEFAULT)
                        .upTo(at(1))
                        .settings())
                .isEmpty();
    }

    @Test
    void oneMoreVersionTakesItsPlaceByVersionAmongSettingsAndByTimeAmongPolicies() {
        TermsHistory more = history.and(settings(3, 5), run(3, 15, true), site(3, 50, true));

        assertThat(more.settings()).extracting(CourseSettings::version).containsExactly(1L, 2L, 3L);
        assertThat(more.runPolicies()).extracting(RunPolicy::id).containsExactly(3L, 1L, 2L);
        assertThat(more.sitePolicies()).extracting(SitePolicy::id).containsExactly(1L, 2L, 3L);
        assertThat(history.and(null, null, null)).isEqualTo(history);
    }

    @Test
    void knowsMoreWithEachVersion() {
        assertThat(history.known()).isEqualTo(6);
        assertThat(history.and(settings(3, 50), null, null).known()).isEqualTo(7);
        assertThat(history.and(null, run(3, 50, true), null).known()).isEqualTo(7);
        assertThat(history.and(null, null, site(3, 50, true)).known()).isEqualTo(7);
    }

    @Test
    void tellsItsChangesInWords() {
        assertThat(history.changes())
                .containsExactly(
                        new TermsHistory.Change(settings(1, 10).order(), "course run settings, version 1"),
                        new TermsHistory.Change(settings(2, 30).order(), "course run settings, version 2"),
                        new TermsHistory.Change(run(1, 20, false).order(), "certificate settings of the run"),
                        new TermsHistory.Change(run(2, 40, true).order(), "certificate settings of the run"),
                        new TermsHistory.Change(site(1, 25, true).order(), "certificate settings of the deployment"),
                        new TermsHistory.Change(site(2, 45, false).order(), "certificate settings of the deployment"));
    }

    @Test
    void ofOneTimeTheDeploymentComesBeforeTheRunAndTheRunBeforeTheDirectory() {
        FactOrder site = new FactOrder(at(1), 1, SitePolicy.KIND, "", "");
        FactOrder run = new FactOrder(at(1), 1, RunPolicy.KIND, "", "");
        FactOrder settings = new FactOrder(at(1), 1, CourseSettings.KIND, "", "");

        assertThat(site(1, 1, true).order()).isEqualTo(site);
        assertThat(run(1, 1, true).order()).isEqualTo(run);
        assertThat(settings(1, 1).order()).isEqualTo(settings);
        assertThat(run.isAfter(site)).isTrue();
        assertThat(settings.isAfter(run)).isTrue();
    }

    private static long version(@Nullable CourseSettings settings) {
        return settings == null ? 0 : settings.version();
    }

    private static CourseSettings settings(long version, int minute) {
        return new CourseSettings(
                version, version, at(minute), false, true, true, "end", null, false, null, "Intro", "Org");
    }

    private static RunPolicy run(long id, int minute, boolean pdf) {
        return new RunPolicy(id, at(minute), null, pdf, false, false, null, null);
    }

    private static SitePolicy site(long id, int minute, boolean html) {
        return new SitePolicy(id, at(minute), html, false, false, true, false, false, false, IssuingMode.LIVE);
    }

    private static FactOrder after(int minute) {
        return new FactOrder(at(minute), Long.MAX_VALUE, 99, "", "");
    }

    private static Instant at(int minute) {
        return START.plus(minute, ChronoUnit.MINUTES);
    }
}
