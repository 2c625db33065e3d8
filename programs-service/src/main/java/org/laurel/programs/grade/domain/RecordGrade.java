package org.laurel.programs.grade.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.FactOrder;
import org.laurel.programs.credential.domain.CaseKey;

/**
 * Take in a grade.
 *
 * @param order its place in business-time order: the newest grade of a learner in a course run is the one that is kept
 */
public record RecordGrade(CaseKey key, Grade grade, FactOrder order, Cause cause) {

    /** The newest grade of each learner in each course run. Source: DECISIONS, everywhere, snapshots. */
    public static List<RecordGrade> newestOfEach(List<RecordGrade> commands) {
        Map<CaseKey, RecordGrade> newest = new HashMap<>();
        for (RecordGrade command : commands) {
            newest.merge(command.key(), command, (kept, next) -> next.order().isAfter(kept.order()) ? next : kept);
        }
        return List.copyOf(newest.values());
    }
}
