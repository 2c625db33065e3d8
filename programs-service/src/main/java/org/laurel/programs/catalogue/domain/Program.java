package org.laurel.programs.catalogue.domain;

import java.util.List;
import java.util.UUID;
import org.laurel.events.key.CourseKey;

/**
 * What the rules and events of Laurel read of a program document.
 *
 * @param type slug of the type such as {@code micromasters}, empty without one
 * @param courses in the order of the document
 * @param requirements what is asked of the courses, all of it; empty when the document does not say, which asks for all courses
 */
public record Program(
        UUID uuid,
        String title,
        String type,
        ProgramStatus status,
        List<ProgramCourse> courses,
        List<Requirement> requirements) {

    public Program {
        courses = List.copyOf(courses);
        requirements = List.copyOf(requirements);
    }

    /** The same program in another status. */
    public Program as(ProgramStatus other) {
        return new Program(uuid, title, type, other, courses, requirements);
    }

    /** The keys of all runs, each once, in the order of the document. */
    public List<CourseKey> courseKeys() {
        return courses.stream()
                .flatMap(course -> course.runs().stream())
                .map(ProgramRun::courseKey)
                .toList();
    }

    /** What is asked of the courses, said or not; empty without courses, when nobody can complete the program. */
    public List<Requirement> asked() {
        if (courses.isEmpty()) {
            return List.of();
        }
        return requirements.isEmpty() ? List.of(Requirement.allOf(courses.size(), null)) : requirements;
    }

    /** Whether somebody may complete this program who does not complete the other, an earlier state of the same program. */
    public boolean mayCompleteMoreThan(Program earlier) {
        return status.awards() && (!earlier.status.awards() || !Asking.of(this).impliesAll(Asking.of(earlier)));
    }
}
