package org.laurel.sample.good.grading.kafka;

import org.laurel.events.EventCatalogue;
import org.laurel.kit.outbox.FactMapping;
import org.laurel.sample.good.grading.domain.GradeFact;

/** Covers all facts of the feature by their sealed parent. */
public class GradeMapping implements FactMapping<GradeFact> {

    @Override
    public Class<GradeFact> covers() {
        return GradeFact.class;
    }

    public String type() {
        return EventCatalogue.GRADE_CHANGED.name();
    }
}
