package org.laurel.programs.detail.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.laurel.programs.catalogue.domain.InstructorDetail;
import org.laurel.programs.catalogue.domain.ProgramDetail;
import org.laurel.programs.commerce.domain.BasketPrice;
import org.laurel.programs.progress.domain.DetailUrl;

/** A program as somebody sees it. */
class ShownProgramTest {

    private static final UUID CREDENTIAL = UUID.fromString("aaaaaaaa-6d5b-4b43-9a52-3c1f0e6c5d11");
    private static final String TWO_COURSES = """
            {'title': 'Data', 'courses': [
              {'title': 'One', 'course_runs': [{'key': 'course-v1:Org+A+2026', 'title': 'A run'},
                                               {'key': 'course-v1:Org+A2+2026'}]},
              {'title': 'Two', 'course_runs': [{'key': 'course-v1:Org+B+2026'}]}]}""";
    private static final String ADVERTISED = """
            {'title': 'Data', 'instructor_ordering': [{'given_name': 'Zoe', 'family_name': 'Last'}, {'given_name': 'Nobody'}],
             'courses': [
              {'course_runs': [{'key': 'course-v1:Org+A+2026', 'seats': [{'price': '49.00'}, {'price': 1}],
                                'instructors': [{'name': 'Ada'}, {'name': ' Zoe Last '}]},
                               {'key': 'course-v1:Org+A2+2026', 'seats': [{'price': '7'}],
                                'instructors': [{'name': 'Ada ', 'title': 'again'}]}]},
              {'course_runs': [{'key': 'course-v1:Org+B+2026', 'seats': [{'type': 'audit'}, {'price': '5'}]}]},
              {'course_runs': [{'key': 'course-v1:Org+C+2026'},
                               {'key': 'course-v1:Org+C2+2026', 'seats': [{'price': '11'}]}]}]}""";

    @Test
    void showsTheCredentialNextToOneCertificateOfEachCourse() {
        // When
        List<EarnedCertificate> earned = certificates("A", "A2", "B");

        // Then
        assertThat(earned)
                .containsExactly(
                        new EarnedCertificate("course", "A run", "https://laurel.example/certificates/a"),
                        new EarnedCertificate("course", "Two", "https://laurel.example/certificates/b"),
                        new EarnedCertificate(
                                "program",
                                "Data",
                                "https://laurel.example/login/?next=/credentials/aaaaaaaa6d5b4b439a523c1f0e6c5d11/"));
    }

    /** Programs, scenario 39. */
    @Test
    void hidesTheCredentialWhileACourseHasNoCertificate() {
        // When
        List<EarnedCertificate> earned = certificates("A");

        // Then
        assertThat(earned).extracting(EarnedCertificate::type).containsExactly("course");
    }

    @Test
    void showsNoCredentialThatThereIsNot() {
        // Given
        ShownProgram shown = ShownProgram.of(
                Shown.program(TWO_COURSES), Shown.to(Shown.certified("A", "B"), Shown.open("A"), Shown.open("B")));

        // When
        List<EarnedCertificate> earned = shown.certificates(Optional.empty());

        // Then
        assertThat(earned).extracting(EarnedCertificate::type).containsExactly("course", "course");
    }

    /** Programs, complaint 6: a run that was deleted broke the page. */
    @Test
    void showsARunThatTheDirectoryDoesNotKnowAsTheDocumentHasIt() {
        // Given
        ProgramDetail program = Shown.program(TWO_COURSES);

        // When
        ShownProgram shown = ShownProgram.of(program, Shown.to(Shown.certified("A", "B"), Shown.open("A")));

        // Then
        assertThat(runs(shown, 1)).first().isEqualTo(Map.of("key", "course-v1:Org+B+2026"));
        assertThat(runs(shown, 0))
                .first()
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("is_enrolled", false);
        assertThat(shown.certificates(Optional.of(CREDENTIAL))).hasSize(1);
    }

    @Test
    void addsToTheDocumentWhatTheProgramIsToTheLearner() {
        // When
        var members = ShownProgram.of(Shown.program(TWO_COURSES), Shown.to(Viewer.ANYBODY))
                .members();

        // Then
        assertThat(members)
                .containsEntry("title", "Data")
                .containsEntry("detail_url", DetailUrl.of(Shown.PROGRAM, "https://laurel.example", false))
                .containsEntry("is_mobile_only", false)
                .containsEntry("is_learner_eligible_for_one_click_purchase", false)
                .containsEntry("skus", List.of())
                .containsEntry("discount_data", Map.of("is_discounted", false))
                .doesNotContainKeys("courses", "full_program_price", "instructors");
    }

    @Test
    void advertisesPricesByTheFirstSeatOfEachCourseAndInstructorsOnce() {
        // When
        var members = advertised(Optional.empty());

        // Then
        assertThat(members)
                .containsEntry("number_of_courses", 3)
                .containsEntry("full_program_price", new BigDecimal("49.00"))
                .containsEntry("avg_price_per_course", new BigDecimal("16.33"));
        assertThat((Collection<?>) members.get("instructors"))
                .asInstanceOf(InstanceOfAssertFactories.collection(InstructorDetail.class))
                .containsExactly(instructor("Zoe Last"), instructor("Ada"));
    }

    @Test
    void aPriceOfTheShopCountsMoreThanTheCatalogues() {
        // Given
        BasketPrice price = new BasketPrice(new BigDecimal("40"), new BigDecimal("49"), "USD");

        // When
        var members = advertised(Optional.of(price));

        // Then
        assertThat(members)
                .containsEntry("full_program_price", new BigDecimal("40"))
                .containsEntry(
                        "discount_data",
                        Map.of(
                                "total_incl_tax",
                                new BigDecimal("40"),
                                "total_incl_tax_excl_discounts",
                                new BigDecimal("49"),
                                "currency",
                                "USD",
                                "discount_value",
                                new BigDecimal("9"),
                                "is_discounted",
                                true));
    }

    @Test
    void advertisesAProgramWithoutCoursesForNothing() {
        // When
        var members = ShownProgram.of(Shown.program("{}"), Shown.showing(Viewer.ANYBODY, true, Shown.addresses(false)))
                .members();

        // Then
        assertThat(members)
                .containsEntry("avg_price_per_course", BigDecimal.ZERO)
                .containsEntry("full_program_price", BigDecimal.ZERO)
                .containsEntry("instructor_ordering", List.of());
    }

    private static InstructorDetail instructor(String name) {
        return new InstructorDetail(name, null, null, null, null);
    }

    private static Map<String, Object> advertised(Optional<BasketPrice> price) {
        Showing showing =
                Shown.showing(Viewer.ANYBODY, true, Shown.addresses(false), Shown.open("A"), Shown.open("A2"));
        return ShownProgram.of(Shown.program(ADVERTISED), showing).priced(price).members();
    }

    private static List<EarnedCertificate> certificates(String... runs) {
        Showing showing = Shown.to(Shown.certified(runs), Shown.open("A"), Shown.open("A2"), Shown.open("B"));
        return ShownProgram.of(Shown.program(TWO_COURSES), showing).certificates(Optional.of(CREDENTIAL));
    }

    private static List<?> runs(ShownProgram shown, int course) {
        return (List<?>) Objects.requireNonNull(shown.courses().get(course).get("course_runs"));
    }
}
