package org.laurel.measuring;

import java.util.Locale;

/**
 * Collects rounds of a service that works events off, and of its ceiling, and words the result: ratios first, times beside
 * them.
 */
public final class EventReport {

    private final Timings ceilings = new Timings();
    private final Timings services = new Timings();
    private final Timings published = new Timings();
    private Cost ceilingCost = Cost.NONE;
    private Cost serviceCost = Cost.NONE;

    /** A round of the ceiling. */
    public void ceiling(double seconds, Cost cost) {
        ceilings.add(seconds);
        ceilingCost = cost;
    }

    /** A round of the service, up to its last commit. */
    public void service(double seconds, Cost cost) {
        services.add(seconds);
        serviceCost = cost;
    }

    /** The same round, up to its last event in Kafka. */
    public void published(double seconds) {
        published.add(seconds);
    }

    /**
     * The report.
     *
     * @param events events in a round
     */
    public String text(String benchmark, int events) {
        double ceiling = ceilings.median();
        return String.format(
                Locale.ROOT,
                """

                %s: %d events, %d rounds, medians
                  to commit    %.2f of the ceiling  (%.0f events/s, ceiling %.0f events/s)
                  to Kafka     %.2f of the ceiling  (%.0f events/s)
                  rounds       service %s s, ceiling %s s
                  per event    service %.2f rows written, %.4f statements; ceiling %.2f rows, %.4f statements
                  CPU seconds per 1,000 events (last round)
                               service: JVM with broker %.3f, PostgreSQL %.3f; ceiling: JVM %.3f, PostgreSQL %.3f
                """,
                benchmark,
                events,
                services.count(),
                ceiling / services.median(),
                events / services.median(),
                events / ceiling,
                ceiling / published.median(),
                events / published.median(),
                services,
                ceilings,
                (double) serviceCost.rowsWritten() / events,
                (double) serviceCost.statements() / events,
                (double) ceilingCost.rowsWritten() / events,
                (double) ceilingCost.statements() / events,
                1_000 * serviceCost.javaCpuSeconds() / events,
                1_000 * serviceCost.postgresCpuSeconds() / events,
                1_000 * ceilingCost.javaCpuSeconds() / events,
                1_000 * ceilingCost.postgresCpuSeconds() / events);
    }
}
