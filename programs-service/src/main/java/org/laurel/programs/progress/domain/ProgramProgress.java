package org.laurel.programs.progress.domain;

import java.util.List;
import org.laurel.programs.catalogue.domain.ProgramDetail;

/**
 * How far a learner has come in a program.
 *
 * @param courses in the order of the document, curricula left out
 */
public record ProgramProgress(ProgramDetail program, List<CourseProgress> courses) {

    public ProgramProgress {
        courses = List.copyOf(courses);
    }

    /** Measures. Source: programs, progress. */
    static ProgramProgress of(ProgramDetail program, Situation situation) {
        return new ProgramProgress(
                program,
                program.courses().stream()
                        .map(course -> CourseProgress.of(course, situation))
                        .toList());
    }

    /** The courses in a state, in their order. */
    public List<CourseProgress> in(CourseState state) {
        return courses.stream().filter(course -> course.state() == state).toList();
    }

    /** How many courses are in a state. */
    public int count(CourseState state) {
        return in(state).size();
    }

    /** Whether the learner is enrolled in none of the courses. */
    public boolean isAllUnenrolled() {
        return courses.stream().noneMatch(CourseProgress::isEnrolled);
    }
}
