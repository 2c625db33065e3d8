package org.laurel.programs.credential.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.programs.catalogue.domain.Program;
import org.laurel.programs.catalogue.domain.ProgramCourse;
import org.laurel.programs.catalogue.domain.Requirement;

/**
 * How far a learner has completed a program, rule by rule.
 *
 * @param courses for each course of the program how it is satisfied, empty where it is not
 * @param asked what is asked of the courses
 * @param trace what each rule said: one on the program's state, one on its having courses, then one on each requirement, or on
 *     each course where the program does not say and asks for all
 */
public record Completion(List<Optional<Satisfied>> courses, List<Requirement> asked, List<RuleResult> trace) {

    /**
     * How a course is satisfied.
     *
     * @param since since when a matching credential holds, of several the longest
     * @param date the earliest date of a matching credential
     */
    public record Satisfied(Instant since, Instant date) {}

    /**
     * Checks a program. A course is satisfied by a run with an awarded credential whose mode is the one asked for; so many of
     * them as each requirement needs have to be. A program without courses is never complete. Source: programs, course
     * predicates, completed programs with dates, decision 5.
     *
     * @param standings the learner's course credentials by run; others than the program's are not looked at
     */
    public static Completion check(Program program, Map<CourseKey, CourseStanding> standings) {
        List<Optional<Satisfied>> courses = program.courses().stream()
                .map(course -> satisfied(matching(course, standings)))
                .toList();
        List<RuleResult> trace = new ArrayList<>(CompletionTrace.ofProgram(program));
        trace.addAll(
                program.requirements().isEmpty()
                        ? CompletionTrace.ofCourses(program, courses)
                        : CompletionTrace.ofRequirements(program, courses));
        return new Completion(courses, program.asked(), List.copyOf(trace));
    }

    /** Whether every rule holds, so that the program's credential is earned. */
    public boolean isComplete() {
        return trace.stream().noneMatch(RuleResult::fails);
    }

    /** Whether the courses earn the credential, whether or not the program awards any at present. */
    public boolean isSupported() {
        return trace.stream()
                .noneMatch(result -> result.fails() && !result.rule().equals(CompletionTrace.OFFERED));
    }

    /**
     * Whether a course was satisfied before that is not satisfied now, and a requirement that counts it is not met without it.
     * Both are about the same program.
     */
    public boolean loses(Completion before) {
        return asked.stream()
                .anyMatch(requirement -> satisfied(requirement).count() < requirement.needed()
                        && requirement.courses().stream()
                                .anyMatch(place -> courses.get(place).isEmpty()
                                        && before.courses.get(place).isPresent()));
    }

    /** Since when a complete program is complete: when the last of its requirements was met. */
    public Instant since() {
        return whenMet(Satisfied::since);
    }

    /**
     * From when the learner may see the credential of a complete program: when its requirements are met by courses that are
     * visible. Of a group of which not all are needed the earliest count, so that a course more never puts the date off; over
     * the requirements the latest counts. Where all courses are asked for this is the latest over the courses.
     */
    public Instant availableAt() {
        return whenMet(Satisfied::date);
    }

    /**
     * From when the learner may see a credential that was earned when the program asked for less than it does: as for a complete
     * program, but over the courses that were satisfied by then, and of a requirement that is not met over all of these.
     *
     * @param earnedAt when the credential was first awarded
     * @return empty when no course was satisfied by then
     */
    public Optional<Instant> availableAt(Instant earnedAt) {
        return asked.stream()
                .flatMap(requirement -> {
                    List<Instant> dates = satisfied(requirement)
                            .filter(course -> !course.since().isAfter(earnedAt))
                            .map(Satisfied::date)
                            .sorted()
                            .toList();
                    return dates.isEmpty()
                            ? Stream.empty()
                            : Stream.of(dates.get(Math.min(requirement.needed(), dates.size()) - 1));
                })
                .max(Comparator.naturalOrder());
    }

    private Instant whenMet(Function<Satisfied, Instant> property) {
        return asked.stream()
                .map(requirement -> satisfied(requirement)
                        .map(property)
                        .sorted()
                        .skip(requirement.needed() - 1L)
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("the program is not complete")))
                .max(Comparator.naturalOrder())
                .orElseThrow(() -> new IllegalStateException("the program has no courses"));
    }

    private Stream<Satisfied> satisfied(Requirement requirement) {
        return requirement.courses().stream().map(courses::get).flatMap(Optional::stream);
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
}
