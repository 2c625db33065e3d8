package org.laurel.programs.grade.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.programs.credential.domain.CaseKey;
import org.laurel.programs.grade.db.GradeTable;
import org.laurel.programs.grade.domain.AmendGrade;
import org.laurel.programs.grade.domain.Grade;
import org.laurel.programs.grade.domain.RecordGrade;

/** Changes single members of grades that are known. */
@ApplicationScoped
public class GradeAmending {

    private final KeyLocks locks;
    private final GradeTable grades;
    private final Clock clock;

    GradeAmending(KeyLocks locks, GradeTable grades, Clock clock) {
        this.locks = locks;
        this.grades = grades;
        this.clock = clock;
    }

    /**
     * Applies the changes in their order. Those of unknown grades have no effect, and neither have those that say nothing: the
     * grade keeps its place among what was told.
     */
    @Transactional
    public void apply(List<AmendGrade> commands) {
        Map<Long, CaseKey> keys =
                grades.keys(commands.stream().map(AmendGrade::id).toList());
        locks.lock(keys.values().stream().map(key -> key.learnerId().value()).toList());
        Map<CaseKey, Grade> state = grades.load(keys.values());
        List<RecordGrade> changed = new ArrayList<>();
        for (AmendGrade command : commands) {
            CaseKey key = keys.get(command.id());
            Grade before = key == null ? null : state.get(key);
            if (key != null && before != null && !command.change().saysNothing()) {
                Grade after = command.change().of(before);
                state.put(key, after);
                changed.add(new RecordGrade(key, after, command.order(), command.cause()));
            }
        }
        grades.save(RecordGrade.newestOfEach(changed), clock.instant());
    }
}
