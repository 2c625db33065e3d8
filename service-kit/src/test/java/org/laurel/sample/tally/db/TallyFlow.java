package org.laurel.sample.tally.db;

import jakarta.inject.Singleton;
import java.util.List;
import org.laurel.kit.flow.FlowQuestion;
import org.laurel.kit.flow.FlowSource;
import org.laurel.kit.flow.FlowStep;
import org.laurel.kit.flow.HistoryFlow;

/** What tallies became. */
@Singleton
class TallyFlow implements FlowSource {

    private static final HistoryFlow.Told TOLD =
            new HistoryFlow.Told("tally", "'total ' || h.total", "null::text", "h.version");

    private final HistoryFlow history;

    TallyFlow(HistoryFlow history) {
        this.history = history;
    }

    @Override
    public List<FlowStep> after(FlowQuestion question) {
        return history.after(TOLD, question);
    }
}
