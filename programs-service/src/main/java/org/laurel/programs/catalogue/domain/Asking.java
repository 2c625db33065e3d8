package org.laurel.programs.catalogue.domain;

import java.util.List;
import java.util.Objects;

/**
 * What a program asks of a learner, for comparing two states of one program. It errs on one side only: it may say that more
 * learners complete a program although no more do.
 */
record Asking(List<Group> groups) {

    /** So many of these courses, each by the runs that satisfy it. */
    record Group(int needed, List<List<ProgramRun>> courses) {

        /**
         * Whether nobody meets this who does not meet the other. Courses of the other that are satisfied by whatever satisfies a
         * course of this one are met; all courses of this one beyond these may be the ones that a learner has.
         */
        boolean implies(Group other) {
            long shared = other.courses.stream()
                    .filter(wider -> courses.stream().anyMatch(narrower -> narrows(narrower, wider)))
                    .count();
            return needed - (courses.size() - shared) >= other.needed;
        }

        private static boolean narrows(List<ProgramRun> narrower, List<ProgramRun> wider) {
            return !narrower.isEmpty()
                    && narrower.stream().allMatch(run -> wider.stream().anyMatch(other -> narrows(run, other)));
        }

        private static boolean narrows(ProgramRun run, ProgramRun wider) {
            return run.courseKey().equals(wider.courseKey())
                    && (wider.mode() == null || Objects.equals(run.mode(), wider.mode()));
        }
    }

    static Asking of(Program program) {
        return new Asking(program.asked().stream()
                .map(requirement -> new Group(
                        requirement.needed(),
                        requirement.courses().stream()
                                .map(place -> program.courses().get(place).runs())
                                .toList()))
                .toList());
    }

    /** Whether nobody meets this who does not meet the other. */
    boolean impliesAll(Asking other) {
        return groups.isEmpty()
                || (!other.groups.isEmpty()
                        && other.groups.stream()
                                .allMatch(wanted -> groups.stream().anyMatch(group -> group.implies(wanted))));
    }
}
