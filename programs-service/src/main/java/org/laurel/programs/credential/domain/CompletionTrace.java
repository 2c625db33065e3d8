package org.laurel.programs.credential.domain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.laurel.programs.catalogue.domain.Program;
import org.laurel.programs.catalogue.domain.Requirement;
import org.laurel.programs.credential.domain.Completion.Satisfied;

/** What the rules of {@link Completion} say of a program and of a learner's courses in it. */
final class CompletionTrace {

    /** The rule on the program's state. */
    static final String OFFERED = "program_awards";

    private CompletionTrace() {}

    /** On the program's state and on its having courses. */
    static List<RuleResult> ofProgram(Program program) {
        String status = program.status().slug();
        return List.of(
                RuleResult.check(
                        OFFERED,
                        program.status().awards(),
                        "The program is " + status + ".",
                        "The program is " + status + " and awards no credentials.",
                        "Publishing the program."),
                RuleResult.check(
                        "has_courses",
                        !program.courses().isEmpty(),
                        "The program has " + program.courses().size() + " courses.",
                        "The program has no courses.",
                        "Courses in the program."));
    }

    /** On each course of a program that asks for all. */
    static List<RuleResult> ofCourses(Program program, List<Optional<Satisfied>> courses) {
        return IntStream.range(0, courses.size())
                .mapToObj(place ->
                        course(title(program, place), courses.get(place).isPresent()))
                .toList();
    }

    /** On each requirement of a program that says what it asks for. */
    static List<RuleResult> ofRequirements(Program program, List<Optional<Satisfied>> courses) {
        return program.requirements().stream()
                .map(requirement -> requirement(program, requirement, courses))
                .toList();
    }

    private static RuleResult course(String title, boolean satisfied) {
        return RuleResult.check(
                "course_satisfied",
                satisfied,
                "Course " + title + " has an awarded credential of the mode asked for.",
                "Course " + title + " has no awarded credential of the mode asked for.",
                "A certificate in one of the course's runs, in the mode that the program asks for.");
    }

    private static RuleResult requirement(Program program, Requirement requirement, List<Optional<Satisfied>> courses) {
        List<Integer> count = requirement.courses().stream()
                .filter(place -> courses.get(place).isPresent())
                .toList();
        List<Integer> open = requirement.courses().stream()
                .filter(place -> courses.get(place).isEmpty())
                .toList();
        int missing = requirement.needed() - count.size();
        String named = requirement.title() == null ? "" : " '" + requirement.title() + "'";
        String asks = "The requirement" + named + " asks for " + requirement.needed() + " of "
                + requirement.courses().size() + " courses. "
                + (count.isEmpty() ? "None counts." : "Counting: " + titles(program, count) + ".");
        return RuleResult.check(
                "requirement_met",
                missing <= 0,
                asks,
                asks + " " + missing + " missing.",
                "A certificate in " + missing + " of: " + titles(program, open)
                        + ", each in the mode that the program asks for.");
    }

    private static String titles(Program program, List<Integer> places) {
        return places.stream().map(place -> title(program, place)).collect(Collectors.joining(", "));
    }

    private static String title(Program program, int place) {
        return "'" + program.courses().get(place).title() + "'";
    }
}
