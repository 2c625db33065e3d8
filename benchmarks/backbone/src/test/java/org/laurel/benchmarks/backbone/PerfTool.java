package org.laurel.benchmarks.backbone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Kafka's own tools for measuring, each run as a process of its own as their scripts do. */
final class PerfTool {

    private static final Pattern SENT = Pattern.compile("(\\d+) records sent, ([0-9.]+) records/sec");

    /** The columns of the consumer's result; other lines are log messages. */
    private static final List<String> CONSUMED = List.of(
            "start.time",
            "end.time",
            "data.consumed.in.MB",
            "MB.sec",
            "data.consumed.in.nMsg",
            "nMsg.sec",
            "rebalance.time.ms",
            "fetch.time.ms",
            "fetch.MB.sec",
            "fetch.nMsg.sec");

    private PerfTool() {}

    /**
     * {@code kafka-producer-perf-test}: sends the file's lines, one after the other and again from the start, as fast as the broker
     * takes them.
     *
     * @return records per second
     */
    static double produce(String bootstrap, String topic, Path payloads, int records) {
        String output = run(
                "org.apache.kafka.tools.ProducerPerformance",
                List.of(
                        "--topic",
                        topic,
                        "--num-records",
                        String.valueOf(records),
                        "--throughput",
                        "-1",
                        "--payload-file",
                        payloads.toString(),
                        "--producer-props",
                        "bootstrap.servers=" + bootstrap,
                        "acks=all",
                        "enable.idempotence=true",
                        "compression.type=lz4",
                        "batch.size=65536"));
        return output.lines()
                .map(SENT::matcher)
                .filter(Matcher::find)
                .filter(line -> Integer.parseInt(line.group(1)) == records)
                .map(line -> Double.parseDouble(line.group(2)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no result in: " + output));
    }

    /**
     * {@code kafka-consumer-perf-test}: reads the first records of a topic.
     *
     * @return records per second of fetching, joining the group left out
     */
    static double consume(String bootstrap, String topic, int records) {
        String output = run(
                "org.apache.kafka.tools.ConsumerPerformance",
                List.of("--topic", topic, "--messages", String.valueOf(records), "--bootstrap-server", bootstrap));
        List<String[]> table = output.lines()
                .map(line -> line.split(", "))
                .filter(fields -> fields.length == CONSUMED.size())
                .toList();
        if (table.size() != 2) {
            throw new IllegalStateException("no result in: " + output);
        }
        return Double.parseDouble(table.getLast()[CONSUMED.indexOf("fetch.nMsg.sec")]);
    }

    private static String run(String tool, List<String> arguments) {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseG1GC",
                "-cp",
                System.getProperty("java.class.path"),
                tool));
        line.addAll(arguments);
        try {
            Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(tool + " failed: " + output);
            }
            return output;
        } catch (IOException failure) {
            throw new IllegalStateException(tool + " could not be run", failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
