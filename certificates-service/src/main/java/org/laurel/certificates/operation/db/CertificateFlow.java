package org.laurel.certificates.operation.db;

import jakarta.inject.Singleton;
import java.util.List;
import org.laurel.kit.flow.FlowQuestion;
import org.laurel.kit.flow.FlowSource;
import org.laurel.kit.flow.FlowStep;
import org.laurel.kit.flow.HistoryFlow;
import org.laurel.kit.flow.HistoryFlow.Told;

/** What was decided about learners' certificates, and what staff decided that they follow from. */
@Singleton
class CertificateFlow implements FlowSource {

    private static final List<Told> TOLD = List.of(
            Told.versioned("certificate", "h.status || ', ' || h.mode || ': ' || h.reason"),
            Told.unversioned("allowlist_entry", "case when h.allowlist then 'on the list' else 'off the list' end"),
            Told.unversioned("certificate_invalidation", "case when h.active then 'invalid' else 'taken back' end"),
            Told.unversioned("certificate_date_override", "'issue date set'"));

    private final HistoryFlow history;

    CertificateFlow(HistoryFlow history) {
        this.history = history;
    }

    @Override
    public List<FlowStep> after(FlowQuestion question) {
        return TOLD.stream()
                .flatMap(table -> history.after(table, question).stream())
                .toList();
    }
}
