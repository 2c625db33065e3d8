package org.laurel.programs.credential.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.programs.catalogue.domain.Program;
import org.laurel.programs.catalogue.domain.ProgramCourse;
import org.laurel.programs.catalogue.domain.ProgramRun;
import org.laurel.programs.catalogue.domain.ProgramStatus;
import org.laurel.programs.catalogue.domain.Requirement;

/** Short ways to say what a rule is tested with. Times are in minutes. */
final class Facts {

    private static final Instant START = Instant.parse("2026-02-03T04:00:00Z");

    private Facts() {}

    static Instant at(int minute) {
        return START.plus(minute, ChronoUnit.MINUTES);
    }

    static CourseKey key(String word) {
        return new CourseKey("course-v1:Org+" + word + "+2026");
    }

    /** A version that becomes true, and visible, at the minute of its number. */
    static CertificateVersion version(int number, String status, String mode) {
        return new CertificateVersion(number, status, mode, at(number), at(number));
    }

    static ProgramRun run(String word, @Nullable String mode) {
        return new ProgramRun(key(word), mode);
    }

    static ProgramCourse course(ProgramRun... runs) {
        return new ProgramCourse(null, "Course", List.of(runs));
    }

    static Program program(ProgramCourse... courses) {
        return program(ProgramStatus.ACTIVE, courses);
    }

    static Program program(ProgramStatus status, ProgramCourse... courses) {
        return new Program(
                UUID.fromString("00000000-0000-4000-8000-000000000001"),
                "Program",
                "micromasters",
                status,
                Arrays.asList(courses),
                List.of());
    }

    /** The same program with requirements. */
    static Program asking(Program program, Requirement... requirements) {
        return new Program(
                program.uuid(),
                program.title(),
                program.type(),
                program.status(),
                program.courses(),
                List.of(requirements));
    }

    static Requirement needs(int needed, Integer... places) {
        return new Requirement(needed, List.of(places), null);
    }

    /** A credential that holds and shows from the minute on. */
    static CourseStanding awarded(String mode, int minute) {
        return new CourseStanding(CredentialStatus.AWARDED, mode, at(minute), at(minute), at(minute), at(minute));
    }

    static CourseStanding revoked(String mode, int minute) {
        return awarded(mode, minute).revoked(at(minute + 1));
    }
}
