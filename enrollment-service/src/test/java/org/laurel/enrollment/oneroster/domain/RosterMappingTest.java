package org.laurel.enrollment.oneroster.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.enrollment.importing.domain.RawRow;
import org.laurel.enrollment.importing.domain.RowCode;

class RosterMappingTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final Catalogue catalogue = new Catalogue();
    private final Classes classes = new Classes(catalogue);

    @ParameterizedTest
    @CsvSource({
        "course-v1:A+B+C, id, course-v1:A+B+C",
        "algebra, Old/Form/Key, Old/Form/Key",
        "algebra, 'class 1', course-v1:Hill_School+ALG_1+class_1",
        "'', ü, course-v1:Hill_School+ALG_1+_"
    })
    void makesTheCourseKeyOfCodeOrIdOrAllThatIsKnown(String code, String id, String key) {
        // Given
        catalogue.organisation(row("sourcedid", "org", "identifier", "Hill School"));
        catalogue.course(row("sourcedid", "course", "coursecode", "ALG 1"));

        // When
        RawRow run = classes.courseRun(
                row("sourcedid", id, "classcode", code, "coursesourcedid", "course", "schoolsourcedid", "org"));

        // Then
        assertThat(run.members()).containsEntry("course_key", key);
        assertThat(classes.keyOf(id)).hasToString(key);
    }

    @Test
    void makesTheCourseKeyOfIdsWhenNothingElseIsKnown() {
        // When
        RawRow run =
                classes.courseRun(row("sourcedid", "c1", "coursesourcedid", "unknown", "schoolsourcedid", "nowhere"));

        // Then
        assertThat(run.members())
                .containsEntry("course_key", "course-v1:nowhere+unknown+c1")
                .doesNotContainKey("start");
    }

    @Test
    void aClassLastsFromTheFirstOfItsTermsToTheLast() {
        // Given
        catalogue.session(row("sourcedid", "spring", "startdate", "2026-01-01", "enddate", "2026-03-01"));
        catalogue.session(row("sourcedid", "summer", "startdate", "2026-02-01", "enddate", "2026-07-01"));

        // When
        RawRow run = classes.courseRun(row(
                "sourcedid", "c", "coursesourcedid", "x", "schoolsourcedid", "y", "termsourcedids", "summer, spring"));

        // Then
        assertThat(run.members()).containsEntry("start", "2026-01-01").containsEntry("end", "2026-07-01");
    }

    @Test
    void takesNoMoreThanEightyCharactersOfAnIdIntoACourseKey() {
        // When
        RawRow run =
                classes.courseRun(row("sourcedid", "c", "coursesourcedid", "x".repeat(81), "schoolsourcedid", "y"));

        // Then
        assertThat(run.members()).containsEntry("course_key", "course-v1:y+" + "x".repeat(80) + "+c");
    }

    @ParameterizedTest
    @CsvSource({"'', '', Ada King", "Countess, '', Countess King", "'', Lovelace, Ada Lovelace"})
    void namesUsersAsTheyPreferToBe(String given, String family, String name) {
        // When
        RawRow learner = Users.learner(row(
                "sourcedid",
                "7",
                "enableduser",
                "true",
                "givenname",
                "Ada",
                "familyname",
                "King",
                "preferredgivenname",
                given,
                "preferredfamilyname",
                family));

        // Then
        assertThat(learner.members()).containsEntry("name", name);
    }

    @Test
    void refusesASecondClassOfTheSameKeyAndClassesOnTheirWayOut() {
        // Given
        classes.courseRun(row("sourcedid", "a b", "coursesourcedid", "x", "schoolsourcedid", "y"));

        // When
        RawRow second = classes.courseRun(row("sourcedid", "a_b", "coursesourcedid", "x", "schoolsourcedid", "y"));

        // Then
        assertThat(second.problem()).isEqualTo(RowCode.COURSE_KEY_TAKEN);
        assertThat(classes.keyOf("a_b")).isNull();
        assertThat(classes.courseRun(row("sourcedid", "z", "status", "tobedeleted"))
                        .problem())
                .isEqualTo(RowCode.CLASS_TO_BE_DELETED);
        assertThat(classes.courseRun(row("sourcedid", "z", "status", "gone")).problem())
                .isEqualTo(RowCode.BAD_STATUS);
    }

    @Test
    void refusesRostersOfARefusedClassAlsoIfItsIdIsACourseKey() {
        // Given
        classes.courseRun(row("sourcedid", "course-v1:A+B+C", "status", "tobedeleted"));
        Rosters rosters = new Rosters(classes, NOW);

        // When
        RawRow enrollment =
                rosters.enrollment(row("classsourcedid", "course-v1:A+B+C", "usersourcedid", "7", "role", "student"));

        // Then
        assertThat(enrollment.problem()).isEqualTo(RowCode.CLASS_UNKNOWN);
        assertThat(classes.keyOf("course-v1:A+B+D")).hasToString("course-v1:A+B+D");
    }

    @ParameterizedTest
    @CsvSource({
        "true, '', true",
        "TRUE, active, true",
        "true, tobedeleted, false",
        "true, inactive, false",
        "false, active, false"
    })
    void takesUsersForActiveWhenTheyAreEnabledAndNotOnTheirWayOut(String enabled, String status, String active) {
        // When
        RawRow learner = Users.learner(row(
                "sourcedid", "7", "enableduser", enabled, "status", status, "givenname", "Ada", "familyname", "King"));

        // Then
        assertThat(learner.members())
                .containsEntry("is_active", active)
                .containsEntry("name", "Ada King")
                .containsEntry("learner_id", "7");
    }

    @Test
    void refusesUsersOfWhomItCannotTellWhetherTheyAreEnabled() {
        assertThat(Users.learner(row("sourcedid", "7")).problem()).isEqualTo(RowCode.BAD_FLAG);
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', '', true",
        "tobedeleted, '', '', false",
        "'', 2026-03-01, '', false",
        "'', 2026-03-02, '', true",
        "'', '', 2026-02-01, true",
        "'', '', 2027-02-01, true"
    })
    void enrollsStudentsAsLongAsTheirEndHasNotCome(String status, String end, String begin, String active) {
        // When
        RawRow enrollment = new Rosters(classes, NOW)
                .enrollment(row(
                        "classsourcedid",
                        "course-v1:A+B+C",
                        "usersourcedid",
                        "7",
                        "role",
                        "student",
                        "status",
                        status,
                        "enddate",
                        end,
                        "begindate",
                        begin));

        // Then
        assertThat(enrollment.members())
                .containsEntry("is_active", active)
                .containsEntry("course_key", "course-v1:A+B+C");
        assertThat(enrollment.members().containsKey("created")).isEqualTo(begin.equals("2026-02-01"));
    }

    @ParameterizedTest
    @CsvSource({
        "teacher, course-v1:A+B+C, '', ROLE_NOT_IMPORTED",
        "aide, course-v1:A+B+C, '', ROLE_NOT_IMPORTED",
        "cook, course-v1:A+B+C, '', ROLE_UNKNOWN",
        "student, unknown, '', CLASS_UNKNOWN",
        "student, course-v1:A+B+C, soon, BAD_DATE"
    })
    void saysWhyARowIsNoEnrollment(String role, String classId, String end, RowCode code) {
        // When
        RawRow enrollment = new Rosters(classes, NOW)
                .enrollment(row("classsourcedid", classId, "usersourcedid", "7", "role", role, "enddate", end));

        // Then
        assertThat(enrollment.problem()).isEqualTo(code);
    }

    private static BundleRecord row(String... members) {
        Map<String, String> texts = new HashMap<>();
        for (int i = 0; i < members.length; i += 2) {
            texts.put(members[i], members[i + 1]);
        }
        return new BundleRecord(2, texts);
    }
}
