package org.laurel.programs.detail.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.events.key.LearnerId;
import org.laurel.programs.catalogue.domain.ProgramDetail;
import org.laurel.programs.certificate.domain.CertificateLink;
import org.laurel.programs.courserun.domain.CourseRun;

/** What a run of a program is to a learner. */
class RunViewTest {

    private static final String SEATS = """
            {'courses': [{'course_runs': [{'key': 'course-v1:Org+A+2026', 'type': 'verified', 'advertised_start': 'Spring',
              'seats': [{'type': 'audit', 'sku': 'X'}, {'type': 'verified', 'sku': 'S1', 'upgrade_deadline': %s}]}]}]}""";

    @Test
    void leavesARunAloneThatTheDirectoryDoesNotKnow() {
        // When
        var view = RunView.of(
                Shown.program(SEATS.formatted("null"))
                        .courses()
                        .getFirst()
                        .runs()
                        .getFirst(),
                Shown.to(Viewer.ANYBODY));

        // Then
        assertThat(view).isEmpty();
    }

    @Test
    void showsARunWithoutAnyDatesAsOpenForEver() {
        // When
        RunView view = view(Shown.open("A"), Viewer.ANYBODY, "null");

        // Then
        assertThat(view)
                .isEqualTo(new RunView(
                        null,
                        "/courses/course-v1:Org+A+2026/course/",
                        "Jan 1, 1900",
                        false,
                        false,
                        true,
                        "Spring",
                        null,
                        true,
                        false,
                        null));
    }

    @ParameterizedTest
    @CsvSource({"0, 1, true", "1, 2, false", "-2, 0, false", "-2, 1, true"})
    void enrollmentIsOpenFromItsStartUntilBeforeItsEnd(int startDays, int endDays, boolean isOpen) {
        // When
        RunView view = view(Shown.run("A", inDays(startDays), inDays(endDays), null, true), Viewer.ANYBODY, "null");

        // Then
        assertThat(view.isEnrollmentOpen()).isEqualTo(isOpen);
    }

    @Test
    void aRunIsOverOnceItsEndHasPassed() {
        // When
        RunView view = view(Shown.run("A", null, null, inDays(-1), true), Viewer.ANYBODY, "null");

        // Then
        assertThat(view.isCourseEnded()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "audit, null, shop:S1",
        "audit, '''2026-06-01T00:00:00Z''', shop:S1",
        "audit, '''2026-04-01T00:00:00Z''', ",
        "audit, '''2026-05-01T12:00:00Z''', ",
        "verified, null, ",
        ", null, "
    })
    void offersAnUpgradeToThoseWhoAreInAnotherMode(@Nullable String mode, String deadline, @Nullable String expected) {
        // Given
        Viewer viewer = mode == null ? Viewer.ANYBODY : Shown.learner(Map.of(Shown.key("A"), mode));

        // When
        RunView view = view(Shown.open("A"), viewer, deadline);

        // Then
        assertThat(view.upgradeUrl()).isEqualTo(expected);
        assertThat(view.isEnrolled()).isEqualTo(mode != null);
    }

    @ParameterizedTest
    @CsvSource({
        "professional,       no-id-professional, ",
        "professional,       professional,       ",
        "no-id-professional, no-id-professional, ",
        "professional,       honor,              shop:S1",
        "verified,           no-id-professional, shop:S1",
    })
    void offersNoUpgradeToThoseWhoNeedNotProveTheirIdentity(String asked, String mode, @Nullable String expected) {
        // Given
        String seats = SEATS.replace("'verified'", "'" + asked + "'").formatted("null");

        // When
        RunView view = show(seats, Shown.to(Shown.learner(Map.of(Shown.key("A"), mode)), Shown.open("A")));

        // Then
        assertThat(view.upgradeUrl()).isEqualTo(expected);
    }

    /** A seat that no shop sells, and a run for which the program asks for no mode. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'type': 'verified', 'seats': [{'type': 'verified'}]",
                "'seats': [{'type': 'verified', 'sku': 'S1'}]"
            })
    void offersNoUpgradeThatThereIsNot(String members) {
        // Given
        String document = "{'courses': [{'course_runs': [{'key': 'course-v1:Org+A+2026', %s}]}]}".formatted(members);

        // When
        RunView view = show(document, Shown.to(Shown.learner(Map.of(Shown.key("A"), "audit")), Shown.open("A")));

        // Then
        assertThat(view.isEnrolled()).isTrue();
        assertThat(view.upgradeUrl()).isNull();
    }

    @Test
    void hidesACertificateThatMayNotBeSeenYet() {
        // Given
        CourseRun instructorPaced = Shown.run("A", null, null, inDays(1), false);

        // When
        RunView view = view(instructorPaced, Shown.certified("A"), "null");

        // Then
        assertThat(view.certificateUrl()).isNull();
        assertThat(view.mayCertify()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "downloadable, v, f, true, o/certificates/v",
        "downloadable, v, f, false, f",
        "downloadable, v, , false, o/certificates/v",
        "downloadable, , f, true, f",
        "downloadable, , , true, ",
        "generating, v, f, true, ",
        "unavailable, v, f, true, "
    })
    void leadsToThePageOrTheFileOfAGrantedCertificate(
            String status,
            @Nullable String verifyUuid,
            @Nullable String file,
            boolean isPage,
            @Nullable String expected) {
        // Given
        CertificateLink link = new CertificateLink(new LearnerId("7"), Shown.key("A"), 1, status, verifyUuid, file);

        // When
        String address = link.address("o", isPage);

        // Then
        assertThat(address).isEqualTo(expected);
    }

    @Test
    void writesTheDateInTheLearnersLanguage() {
        // Given
        Showing showing = new Showing(
                Viewer.ANYBODY,
                Map.of(Shown.key("A"), Shown.open("A")),
                Shown.NOW,
                Locale.GERMAN,
                false,
                Shown.addresses(false));

        // When
        RunView view = view(showing, "null");

        // Then
        assertThat(view.enrollmentOpenDate()).isEqualTo("01.01.1900");
    }

    @Test
    void givesPhonesAddressesThatTheirAppOpens() {
        // Given
        Showing showing = Shown.showing(Viewer.ANYBODY, false, Shown.addresses(true), Shown.open("A"));

        // When
        RunView view = view(showing, "null");

        // Then
        assertThat(view.courseUrl()).isEqualTo("edxapp://enrolled_course_info?course_id=course-v1:Org+A+2026");
        assertThat(view.isMobileOnly()).isTrue();
    }

    @Test
    void anAdvertisedRunTellsWhetherOneCanEnrollAndOfNoCertificate() {
        // Given
        Showing showing = Shown.showing(Shown.certified("A"), true, Shown.addresses(false), Shown.open("A"));

        // When
        RunView view = view(showing, "null");

        // Then
        assertThat(view.members()).containsEntry("can_enroll", true).doesNotContainKey("certificate_url");
        assertThat(view.certificateUrl()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"-1, 1, false, true", "-1, 1, true, false", "-2, -1, false, false", "1, 2, false, false"})
    void anybodyCanEnrollInAnAdvertisedRunWhoNeedsNoInvitation(
            int startDays, int endDays, boolean isByInvitation, boolean expected) {
        // Given
        CourseRun run = Shown.run("A", inDays(startDays), inDays(endDays), null, true);
        CourseRun advertised = isByInvitation ? Shown.byInvitation(run) : run;

        // When
        RunView view = view(Shown.showing(Viewer.ANYBODY, true, Shown.addresses(false), advertised), "null");

        // Then
        assertThat(view.canEnroll()).isEqualTo(expected);
    }

    private static RunView view(CourseRun run, Viewer viewer, String deadline) {
        return view(Shown.to(viewer, run), deadline);
    }

    private static RunView view(Showing showing, String deadline) {
        return show(SEATS.formatted(deadline), showing);
    }

    private static RunView show(String document, Showing showing) {
        ProgramDetail program = Shown.program(document);
        return List.copyOf(ShownProgram.of(program, showing).runs().values()).getFirst();
    }

    private static Instant inDays(int days) {
        return Shown.NOW.plus(Duration.ofDays(days));
    }
}
