package org.laurel.measuring;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.laurel.kit.test.Database;

/**
 * What a measured stretch has used so far.
 *
 * @param javaCpuSeconds processor time of this JVM, with the broker inside it
 * @param postgresCpuSeconds processor time of all PostgreSQL processes
 * @param rowsWritten rows of the service's tables written so far, outbox rows among them
 * @param statements statements sent by the kit
 */
public record Cost(double javaCpuSeconds, double postgresCpuSeconds, long rowsWritten, long statements) {

    static final Cost NONE = new Cost(0, 0, 0, 0);
    private static final double TICKS_PER_SECOND = 100;

    /**
     * The cost up to now.
     *
     * @param rowsWritten a query for the number of rows written, outbox apart: counted in the tables, because the server's own
     *     statistics lag behind by a second and more
     */
    public static Cost now(StatementCount count, String rowsWritten) {
        long statements = count.sent();
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Cost(
                system.getProcessCpuTime() / 1e9,
                postgresCpu(),
                Database.current().number("select (" + rowsWritten + ") + (" + OutboxEnd.APPENDED + ")"),
                statements);
    }

    /** What was used since the start. */
    public Cost since(Cost start) {
        return new Cost(
                javaCpuSeconds - start.javaCpuSeconds,
                postgresCpuSeconds - start.postgresCpuSeconds,
                rowsWritten - start.rowsWritten,
                statements - start.statements);
    }

    /** Children that have ended are counted by their parent, which is one of the processes read here. */
    private static double postgresCpu() {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes
                    .filter(process -> process.getFileName().toString().chars().allMatch(Character::isDigit))
                    .mapToDouble(Cost::cpuIfPostgres)
                    .sum();
        } catch (IOException unavailable) {
            return Double.NaN;
        }
    }

    private static double cpuIfPostgres(Path process) {
        try {
            String stat = Files.readString(process.resolve("stat"));
            if (!stat.contains("(postgres)")) {
                return 0;
            }
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
        } catch (IOException gone) {
            return 0;
        }
    }
}
