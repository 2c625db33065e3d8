package org.laurel.programs.progress.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.laurel.events.key.CourseKey;
import org.laurel.programs.catalogue.domain.Program;
import org.laurel.programs.credential.domain.Completion;
import org.laurel.programs.credential.domain.CourseStanding;
import org.laurel.programs.credential.domain.CredentialStatus;

/** Which programs a learner has completed by certificates, shown or not. */
public final class CompletedPrograms {

    private CompletedPrograms() {}

    /**
     * The programs that are complete, by uuid, with the date from which the last course of each is there; it may be yet to
     * come, since whoever has passed everything is done although some certificates do not show yet. A certificate's date is the one
     * from which it may be seen, else that of its last change. Source: programs, completed programs with dates.
     */
    public static Map<UUID, Instant> of(Collection<Program> programs, List<HeldCertificate> certificates) {
        Map<CourseKey, CourseStanding> passed = certificates.stream()
                .filter(HeldCertificate::isPassing)
                .collect(Collectors.toMap(HeldCertificate::courseKey, CompletedPrograms::standing));
        Map<UUID, Instant> completed = new LinkedHashMap<>();
        programs.stream()
                .sorted(Comparator.comparing(Program::title).thenComparing(Program::uuid))
                .forEach(program -> {
                    Completion completion = Completion.check(program, passed);
                    if (completion.isComplete()) {
                        completed.put(program.uuid(), completion.availableAt());
                    }
                });
        return completed;
    }

    private static CourseStanding standing(HeldCertificate certificate) {
        Instant at = certificate.modifiedAt();
        return new CourseStanding(CredentialStatus.AWARDED, certificate.mode(), certificate.availableAt(), at, at, at);
    }
}
