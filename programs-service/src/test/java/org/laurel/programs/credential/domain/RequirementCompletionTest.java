package org.laurel.programs.credential.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.programs.credential.domain.Facts.asking;
import static org.laurel.programs.credential.domain.Facts.at;
import static org.laurel.programs.credential.domain.Facts.awarded;
import static org.laurel.programs.credential.domain.Facts.course;
import static org.laurel.programs.credential.domain.Facts.key;
import static org.laurel.programs.credential.domain.Facts.needs;
import static org.laurel.programs.credential.domain.Facts.program;
import static org.laurel.programs.credential.domain.Facts.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.events.key.CourseKey;
import org.laurel.programs.catalogue.domain.Program;
import org.laurel.programs.catalogue.domain.ProgramCourse;
import org.laurel.programs.catalogue.domain.Requirement;

/** Programs that say what they ask of their courses. */
class RequirementCompletionTest {

    private static final Program FOUR = program(
            course(run("A", "verified")),
            course(run("B", "verified")),
            course(run("C", "verified")),
            course(run("D", "verified")));

    @ParameterizedTest
    @CsvSource({
        "'', false",
        "A, false",
        "AB, true",
        "BC, false",
        "AC, true",
        "ABC, true",
        "BCD, false",
    })
    void needsTheNamedCourseAndOneOfTheGroup(String certified, boolean complete) {
        // Given
        Program program = asking(FOUR, needs(1, 0), needs(1, 1, 2));

        // When
        Completion completion = Completion.check(program, certified(certified));

        // Then
        assertThat(completion.isComplete()).isEqualTo(complete);
    }

    @Test
    void saysOfEachRequirementWhatCountsAndHowManyAreMissing() {
        // Given
        Program program =
                asking(FOUR, new Requirement(1, List.of(0), null), new Requirement(3, List.of(0, 1, 2), "Core"));

        // When
        Completion completion = Completion.check(program, certified("AB"));

        // Then
        assertThat(completion.trace().stream().skip(2))
                .extracting(result -> result.rule() + " " + result.verdict() + ": " + result.detail())
                .containsExactly(
                        "requirement_met PASS: The requirement asks for 1 of 1 courses. Counting: 'Course'.",
                        "requirement_met FAIL: The requirement 'Core' asks for 3 of 3 courses."
                                + " Counting: 'Course', 'Course'. 1 missing.");
    }

    @Test
    void namesWhatWouldMeetARequirement() {
        // When
        Completion completion = Completion.check(asking(FOUR, needs(2, 0, 1)), Map.of());

        // Then
        assertThat(completion.trace().getLast().remedy())
                .isEqualTo("A certificate in 2 of: 'Course', 'Course', each in the mode that the program asks for.");
    }

    @Test
    void isVisibleWithTheEarliestCoursesThatSuffice() {
        // Given
        Program program = asking(FOUR, needs(1, 0), needs(2, 1, 2, 3));

        // When
        Completion completion = Completion.check(
                program,
                Map.of(
                        key("A"), awarded("verified", 4),
                        key("B"), awarded("verified", 9),
                        key("C"), awarded("verified", 3),
                        key("D"), awarded("verified", 7)));

        // Then
        assertThat(completion.availableAt()).isEqualTo(at(7));
        assertThat(completion.since()).isEqualTo(at(7));
    }

    @Test
    void isNotLostWithACourseThatTheGroupCanSpare() {
        // Given
        Program program = asking(FOUR, needs(2, 0, 1, 2));
        Completion before = Completion.check(program, certified("ABC"));

        // When
        Completion after = Completion.check(program, certified("AC"));

        // Then
        assertThat(after.loses(before)).isFalse();
    }

    @Test
    void isLostWithACourseThatTheGroupCannotSpare() {
        // Given
        Program program = asking(FOUR, needs(2, 0, 1, 2));
        Completion before = Completion.check(program, certified("AB"));

        // When
        Completion after = Completion.check(program, certified("A"));

        // Then
        assertThat(after.loses(before)).isTrue();
    }

    @Test
    void isNotLostWithACourseThatNothingAsksFor() {
        // Given
        Program program = asking(FOUR, needs(2, 0, 1));
        Completion before = Completion.check(program, certified("AD"));

        // When
        Completion after = Completion.check(program, certified("A"));

        // Then
        assertThat(after.loses(before)).isFalse();
    }

    @Property(tries = 500)
    void moreCredentialsNeverMakeAProgramLessCompleteNorLaterVisible(
            @ForAll("programs") Program program,
            @ForAll("standings") Map<CourseKey, CourseStanding> some,
            @ForAll("standings") Map<CourseKey, CourseStanding> more) {
        // Given
        Map<CourseKey, CourseStanding> both = new HashMap<>(more);
        both.putAll(some);
        Completion fewer = Completion.check(program, some);

        // When
        Completion all = Completion.check(program, both);

        // Then
        if (fewer.isComplete()) {
            assertThat(all.isComplete()).isTrue();
            assertThat(all.availableAt()).isBeforeOrEqualTo(fewer.availableAt());
        }
        assertThat(all.loses(fewer)).isFalse();
    }

    @Property(tries = 1000)
    void aChangeThatLetsNobodyCompleteMoreIsKnownAsSuchOnlyIfItIs(
            @ForAll("programs") Program earlier,
            @ForAll("programs") Program later,
            @ForAll("standings") Map<CourseKey, CourseStanding> standings) {
        // When
        boolean mayCompleteMore = later.mayCompleteMoreThan(earlier);

        // Then
        if (!mayCompleteMore && Completion.check(later, standings).isComplete()) {
            assertThat(Completion.check(earlier, standings).isComplete()).isTrue();
        }
    }

    @Provide
    Arbitrary<Program> programs() {
        Arbitrary<String> mode = Arbitraries.of("verified", "honor");
        return Arbitraries.integers()
                .between(1, 4)
                .flatMap(count -> mode.list()
                        .ofSize(count)
                        .flatMap(modes -> CredentialPropertyTest.requirements(count)
                                .map(requirements -> asking(
                                        program(Stream.of("A", "B", "C", "D")
                                                .limit(count)
                                                .map(word -> course(run(word, modes.get(word.charAt(0) - 'A'))))
                                                .toArray(ProgramCourse[]::new)),
                                        requirements.toArray(Requirement[]::new)))));
    }

    @Provide
    Arbitrary<Map<CourseKey, CourseStanding>> standings() {
        Arbitrary<CourseStanding> standing = Arbitraries.integers()
                .between(1, 9)
                .flatMap(minute -> Arbitraries.of("verified", "honor").map(mode -> awarded(mode, minute)));
        return Arbitraries.maps(Arbitraries.of("A", "B", "C", "D").map(Facts::key), standing)
                .ofMaxSize(4);
    }

    private static Map<CourseKey, CourseStanding> certified(String words) {
        return words.chars()
                .mapToObj(word -> key(String.valueOf((char) word)))
                .collect(Collectors.toMap(key -> key, key -> awarded("verified", 1)));
    }
}
