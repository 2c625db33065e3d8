package org.laurel.completion.xapi.app;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import org.laurel.completion.structure.domain.Aggregate;
import org.laurel.completion.xapi.domain.Activity;
import org.laurel.completion.xapi.domain.LmsRoot;
import org.laurel.events.key.CourseKey;

/**
 * As which activity a statement tells of an aggregate: as the deployment says. What it says must be IRIs; where it is not, the
 * aggregate is the page of its block, since a store would refuse the statement for good, and the topic's readers as well.
 */
@Singleton
class StatedObject {

    private static final Logger LOG = Logger.getLogger(StatedObject.class);

    private final StatementObject deployment;
    private final MeterRegistry metrics;

    StatedObject(StatementObject deployment, MeterRegistry metrics) {
        this.deployment = deployment;
        this.metrics = metrics;
    }

    Activity of(CourseKey courseKey, Aggregate aggregate, LmsRoot lms) {
        Activity named = deployment.of(courseKey, aggregate, lms);
        if (named.isNamedByIris()) {
            return named;
        }
        metrics.counter("laurel.xapi", "outcome", "renamed").increment();
        LOG.errorf(
                "The deployment's xAPI object of %s is named by no IRI, and so by our own: %s",
                aggregate.blockKey(), named);
        return BlockObject.page(aggregate, lms);
    }
}
