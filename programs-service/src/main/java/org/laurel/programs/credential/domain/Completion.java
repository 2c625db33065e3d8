package org.laurel.programs.credential.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.programs.catalogue.domain.Program;
import org.laurel.programs.catalogue.domain.ProgramCourse;

/**
 * How far a learner has completed a program, rule by rule.
 *
 * @param courses for each course of the program how it is satisfied, empty where it is not
 * @param trace what each rule said: one on the program's state, one on its having courses, one on each course
 */
public record Completion(List<Optional<Satisfied>> courses, List<RuleResult> trace) {

    /**
     * How a course is satisfied.
     *
     * @param since since when a matching credential holds, of several the longest
     * @param date the earliest date of a matching credential
     */
    public record Satisfied(Instant since, Instant date) {}

    /**
     * Checks a program. Every course needs a run with an awarded credential whose mode is the one asked for; a program without
     * courses is never complete. Source: programs, course predicates and completed programs with dates.
     *
     * @param standings the learner's course credentials by run; others than the program's are not looked at
     */
    public static Completion check(Program program, Map<CourseKey, CourseStanding> standings) {
        List<Optional<Satisfied>> courses = new ArrayList<>();
        List<RuleResult> trace = new ArrayList<>();
        trace.add(offered(program));
        trace.add(hasCourses(program));
        for (ProgramCourse course : program.courses()) {
            List<CourseStanding> matching = matching(course, standings);
            courses.add(satisfied(matching));
            trace.add(courseSatisfied(course, !matching.isEmpty()));
        }
        return new Completion(List.copyOf(courses), List.copyOf(trace));
    }

    /** Whether every rule holds, so that the program's credential is earned. */
    public boolean isComplete() {
        return trace.stream().noneMatch(RuleResult::fails);
    }

    /** Whether a course was satisfied before that is not satisfied now; both are about the same program. */
    public boolean loses(Completion before) {
        for (int i = 0; i < courses.size(); i++) {
            if (courses.get(i).isEmpty() && before.courses.get(i).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** Since when a complete program is complete: the latest over its courses. */
    public Instant since() {
        return latest(Satisfied::since);
    }

    /** From when the learner may see the credential of a complete program: the latest over its courses of their dates. */
    public Instant availableAt() {
        return latest(Satisfied::date);
    }

    private Instant latest(Function<Satisfied, Instant> property) {
        return courses.stream()
                .flatMap(Optional::stream)
                .map(property)
                .max(Comparator.naturalOrder())
                .orElseThrow(() -> new IllegalStateException("no course is satisfied"));
    }

    private static List<CourseStanding> matching(ProgramCourse course, Map<CourseKey, CourseStanding> standings) {
        return course.runs().stream()
                .map(run -> {
                    @Nullable CourseStanding standing = standings.get(run.courseKey());
                    boolean matches =
                            standing != null && standing.isAwarded() && Mode.satisfies(standing.mode(), run.mode());
                    return matches ? standing : null;
                })
                .filter(Objects::nonNull)
                .toList();
    }

    private static Optional<Satisfied> satisfied(List<CourseStanding> matching) {
        Optional<Instant> since =
                matching.stream().map(CourseStanding::awardedAt).min(Comparator.naturalOrder());
        Optional<Instant> date = matching.stream().map(CourseStanding::date).min(Comparator.naturalOrder());
        return since.map(time -> new Satisfied(time, date.orElseThrow()));
    }

    private static RuleResult offered(Program program) {
        String status = program.status().slug();
        return RuleResult.check(
                "program_awards",
                program.status().awards(),
                "The program is " + status + ".",
                "The program is " + status + " and awards no credentials.",
                "Publishing the program.");
    }

    private static RuleResult hasCourses(Program program) {
        return RuleResult.check(
                "has_courses",
                !program.courses().isEmpty(),
                "The program has " + program.courses().size() + " courses.",
                "The program has no courses.",
                "Courses in the program.");
    }

    private static RuleResult courseSatisfied(ProgramCourse course, boolean satisfied) {
        return RuleResult.check(
                "course_satisfied",
                satisfied,
                "Course '" + course.title() + "' has an awarded credential of the mode asked for.",
                "Course '" + course.title() + "' has no awarded credential of the mode asked for.",
                "A certificate in one of the course's runs, in the mode that the program asks for.");
    }
}
