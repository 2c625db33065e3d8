package org.laurel.stack.operation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.laurel.stack.console.Durations;
import org.laurel.stack.console.Printable;

/**
 * A job in one line: state, how far it came, outcomes and, while it runs, when it will have come to its end.
 *
 * @param firstDone how many items it had done when somebody began to watch
 * @param watched since when somebody watches
 */
public record JobLine(JsonNode job, long firstDone, Duration watched) {

    /** A job that is looked at once. */
    public static JobLine once(JsonNode job) {
        return new JobLine(job, job.path("done").asLong(), Duration.ZERO);
    }

    /** The line. */
    public String text() {
        return Printable.inOneLine(job.path("id").asText() + "  "
                + job.path("kind").asText() + " "
                + job.path("subject").asText() + "  " + job.path("state").asText() + "  " + progress() + outcomes()
                + end() + error());
    }

    private String progress() {
        long done = job.path("done").asLong();
        long total = job.path("total").asLong();
        if (total <= 0) {
            return String.format(Locale.ROOT, "%,d done", done);
        }
        return String.format(Locale.ROOT, "%,d of %,d (%d %%)", done, total, Math.min(100, 100 * done / total));
    }

    private String outcomes() {
        JsonNode counts = job.path("counts");
        return counts.isEmpty()
                ? ""
                : "  "
                        + StreamSupport.stream(counts.properties().spliterator(), false)
                                .map(count -> count.getKey() + " " + count.getValue())
                                .sorted()
                                .collect(Collectors.joining(", "));
    }

    private String end() {
        long done = job.path("done").asLong();
        long total = job.path("total").asLong();
        long gained = done - firstDone;
        if (!job.path("state").asText().equals("running") || total <= done || gained <= 0 || watched.isZero()) {
            return "";
        }
        Duration left = Duration.ofMillis((total - done) * watched.toMillis() / gained);
        return "  " + Durations.rough(left) + " left";
    }

    private String error() {
        return job.path("error").isTextual() ? "  " + job.path("error").asText() : "";
    }
}
