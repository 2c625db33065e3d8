package org.laurel.programs.catalogue.domain;

import java.util.List;
import java.util.UUID;
import org.laurel.events.key.CourseKey;

/**
 * What the rules and events of Laurel read of a program document.
 *
 * @param type slug of the type such as {@code micromasters}, empty without one
 * @param courses in the order of the document
 */
public record Program(UUID uuid, String title, String type, ProgramStatus status, List<ProgramCourse> courses) {

    public Program {
        courses = List.copyOf(courses);
    }

    /** The keys of all runs, each once, in the order of the document. */
    public List<CourseKey> courseKeys() {
        return courses.stream()
                .flatMap(course -> course.runs().stream())
                .map(ProgramRun::courseKey)
                .toList();
    }

    /** Whether both ask the same of a learner, so that nobody who completes the one can fail the other. */
    public boolean asksTheSameAs(Program other) {
        return status == other.status && runs().equals(other.runs());
    }

    private List<List<ProgramRun>> runs() {
        return courses.stream().map(ProgramCourse::runs).toList();
    }
}
