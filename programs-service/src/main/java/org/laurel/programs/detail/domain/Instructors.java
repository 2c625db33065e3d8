package org.laurel.programs.detail.domain;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.laurel.programs.catalogue.domain.InstructorDetail;
import org.laurel.programs.catalogue.domain.InstructorName;
import org.laurel.programs.catalogue.domain.ProgramDetail;

/** Who teaches in a program. Source: programs, marketing data. */
final class Instructors {

    private Instructors() {}

    /** Everybody once by name: first those whom the program orders, in that order, then the others as the runs name them. */
    static Collection<InstructorDetail> of(ProgramDetail program) {
        Map<String, InstructorDetail> found = new LinkedHashMap<>();
        program.courses().stream()
                .flatMap(course -> course.runs().stream())
                .flatMap(run -> run.instructors().stream())
                .forEach(instructor -> found.putIfAbsent(instructor.name(), instructor));
        Map<String, InstructorDetail> ordered = new LinkedHashMap<>();
        for (InstructorName name : program.instructorOrdering()) {
            InstructorDetail first = found.get(name.full());
            if (first != null) {
                ordered.putIfAbsent(first.name(), first);
            }
        }
        found.forEach(ordered::putIfAbsent);
        return ordered.values();
    }
}
