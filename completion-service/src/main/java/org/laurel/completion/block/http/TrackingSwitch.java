package org.laurel.completion.block.http;

import jakarta.enterprise.context.ApplicationScoped;
import org.laurel.completion.tracking.db.TrackingQuery;
import org.laurel.kit.problem.ProblemException;

/** Keeps completions by REST out while tracking is off. */
@ApplicationScoped
class TrackingSwitch {

    private final TrackingQuery settings;

    TrackingSwitch(TrackingQuery settings) {
        this.settings = settings;
    }

    boolean isOn() {
        return settings.isOn();
    }

    /**
     * Refuses a submission while tracking is off.
     *
     * @throws ProblemException 400
     */
    void requireOn() {
        if (!settings.isOn()) {
            throw ProblemException.badRequest("completion_tracking_disabled", "Completion tracking is switched off.");
        }
    }
}
