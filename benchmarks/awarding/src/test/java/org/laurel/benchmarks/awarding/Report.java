package org.laurel.benchmarks.awarding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Collects rounds and words the result: ratios first, times beside them. */
final class Report {

    private final List<Double> ceilings = new ArrayList<>();
    private final List<Double> services = new ArrayList<>();
    private final List<Double> published = new ArrayList<>();
    private Cost ceilingCost = new Cost(0, 0, 0, 0);
    private Cost serviceCost = new Cost(0, 0, 0, 0);

    void ceiling(double seconds, Cost cost) {
        ceilings.add(seconds);
        ceilingCost = cost;
    }

    void service(double seconds, Cost cost) {
        services.add(seconds);
        serviceCost = cost;
    }

    void published(double seconds) {
        published.add(seconds);
    }

    String text(int events) {
        double ceiling = median(ceilings);
        return String.format(
                Locale.ROOT,
                """

                06-awarding: %d events, %d rounds, medians
                  to commit    %.2f of the ceiling  (%.0f events/s, ceiling %.0f events/s)
                  to Kafka     %.2f of the ceiling  (%.0f events/s)
                  rounds       service %s s, ceiling %s s
                  per event    service %.2f rows written, %.4f statements; ceiling %.2f rows, %.4f statements
                  CPU seconds per 1,000 events (last round)
                               service: JVM with broker %.3f, PostgreSQL %.3f; ceiling: JVM %.3f, PostgreSQL %.3f
                """,
                events,
                services.size(),
                ceiling / median(services),
                events / median(services),
                events / ceiling,
                ceiling / median(published),
                events / median(published),
                seconds(services),
                seconds(ceilings),
                (double) serviceCost.rowsWritten() / events,
                (double) serviceCost.statements() / events,
                (double) ceilingCost.rowsWritten() / events,
                (double) ceilingCost.statements() / events,
                1_000 * serviceCost.javaCpuSeconds() / events,
                1_000 * serviceCost.postgresCpuSeconds() / events,
                1_000 * ceilingCost.javaCpuSeconds() / events,
                1_000 * ceilingCost.postgresCpuSeconds() / events);
    }

    private static String seconds(List<Double> values) {
        return values.stream()
                .map(value -> String.format(Locale.ROOT, "%.2f", value))
                .toList()
                .toString();
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
