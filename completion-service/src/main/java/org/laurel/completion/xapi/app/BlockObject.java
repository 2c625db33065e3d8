package org.laurel.completion.xapi.app;

import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;
import org.laurel.completion.structure.domain.Aggregate;
import org.laurel.completion.xapi.domain.Activity;
import org.laurel.completion.xapi.domain.LmsRoot;
import org.laurel.completion.xapi.domain.StatementRules;
import org.laurel.events.key.CourseKey;

/** An aggregate is the page of its block, and a course or a module. */
@Singleton
@DefaultBean
class BlockObject implements StatementObject {

    @Override
    public Activity of(CourseKey courseKey, Aggregate aggregate, LmsRoot lms) {
        return page(aggregate, lms);
    }

    static Activity page(Aggregate aggregate, LmsRoot lms) {
        return new Activity(lms.block(aggregate.blockKey()), StatementRules.kind(aggregate.type()));
    }
}
