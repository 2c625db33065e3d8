package org.laurel.programs.credential.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.programs.credential.domain.CaseKey;
import org.laurel.programs.credential.domain.RedateCourse;

/** Dates course credentials anew after the word on a run's date has changed, and the program credentials that follow them. */
@ApplicationScoped
public class CourseRedating {

    private final KeyLocks locks;
    private final CourseCrediting crediting;
    private final CredentialTelling telling;

    CourseRedating(KeyLocks locks, CourseCrediting crediting, CredentialTelling telling) {
        this.locks = locks;
        this.crediting = crediting;
        this.telling = telling;
    }

    /** Dates; where the date is the same nothing happens and nobody is told. */
    @Transactional
    public void apply(List<RedateCourse> commands) {
        locks.lock(commands.stream()
                .map(command -> command.key().learnerId().value())
                .toList());
        Map<CaseKey, Cause> causes = new LinkedHashMap<>();
        commands.forEach(command -> causes.put(command.key(), command.cause()));
        telling.tell(crediting.settle(causes));
    }
}
