package org.laurel.programs.operation.db;

import jakarta.inject.Singleton;
import java.util.List;
import org.laurel.kit.flow.FlowQuestion;
import org.laurel.kit.flow.FlowSource;
import org.laurel.kit.flow.FlowStep;
import org.laurel.kit.flow.HistoryFlow;
import org.laurel.kit.flow.HistoryFlow.Told;

/** What was decided about learners' credentials, and what staff decided. */
@Singleton
class CredentialFlow implements FlowSource {

    private static final List<Told> TOLD = List.of(
            Told.versioned("course_credential", "h.status || ', ' || h.mode || ': ' || h.basis"),
            new Told(
                    "program_credential",
                    "h.status || ', program ' || h.program_uuid || ': ' || h.reason",
                    "null::text",
                    "h.version"),
            Told.versioned("credential_order", "h.status || coalesce(', program ' || h.program_uuid, '')"));

    private final HistoryFlow history;

    CredentialFlow(HistoryFlow history) {
        this.history = history;
    }

    @Override
    public List<FlowStep> after(FlowQuestion question) {
        return TOLD.stream()
                .flatMap(table -> history.after(table, question).stream())
                .toList();
    }
}
