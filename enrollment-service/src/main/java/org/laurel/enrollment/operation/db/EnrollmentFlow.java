package org.laurel.enrollment.operation.db;

import jakarta.inject.Singleton;
import java.util.List;
import org.laurel.kit.flow.FlowQuestion;
import org.laurel.kit.flow.FlowSource;
import org.laurel.kit.flow.FlowStep;
import org.laurel.kit.flow.HistoryFlow;
import org.laurel.kit.flow.HistoryFlow.Told;

/** What became of learners, their enrollments, cohorts, roles and entitlements. */
@Singleton
class EnrollmentFlow implements FlowSource {

    private static final List<Told> TOLD = List.of(
            new Told("learner", "case when h.is_active then 'active' else 'inactive' end", "null::text", "h.version"),
            Told.versioned("enrollment", "h.mode || case when h.is_active then ', active' else ', inactive' end"),
            Told.versioned("cohort_membership", "case when h.is_member then 'in ' else 'out of ' end || h.cohort_id"),
            new Told(
                    "course_role",
                    "h.role || case when h.is_member then '' else ' taken away' end",
                    "nullif(h.course_key, '')",
                    "h.version"),
            Told.versioned("entitlement", "h.mode || case when h.expired_at is null then '' else ', expired' end"));

    private final HistoryFlow history;

    EnrollmentFlow(HistoryFlow history) {
        this.history = history;
    }

    @Override
    public List<FlowStep> after(FlowQuestion question) {
        return TOLD.stream()
                .flatMap(table -> history.after(table, question).stream())
                .toList();
    }
}
