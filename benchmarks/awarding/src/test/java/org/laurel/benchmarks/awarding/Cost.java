package org.laurel.benchmarks.awarding;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.laurel.kit.test.Database;

/**
 * What a measured stretch has used so far.
 *
 * @param javaCpuSeconds processor time of this JVM, with the broker inside it
 * @param postgresCpuSeconds processor time of all PostgreSQL processes
 * @param rowsWritten claims, certificates, credentials, their history and outbox rows written so far
 * @param statements statements sent by the kit
 */
record Cost(double javaCpuSeconds, double postgresCpuSeconds, long rowsWritten, long statements) {

    private static final double TICKS_PER_SECOND = 100;

    static Cost now(long statements) {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Cost(system.getProcessCpuTime() / 1e9, postgresCpu(), rowsWrittenNow(), statements);
    }

    Cost since(Cost start) {
        return new Cost(
                javaCpuSeconds - start.javaCpuSeconds,
                postgresCpuSeconds - start.postgresCpuSeconds,
                rowsWritten - start.rowsWritten,
                statements - start.statements);
    }

    /** Counted in the tables, because the server's own statistics lag behind by a second and more. */
    private static long rowsWrittenNow() {
        return Long.parseLong(Objects.requireNonNull(Database.current().value("""
                select (select count(*) from inbox)
                     + (select count(*) from certificate_version)
                     + (select count(*) from course_credential)
                     + (select count(*) from course_credential_history)
                     + (select count(*) from program_credential)
                     + (select count(*) from program_credential_history)
                     + (select case when is_called then last_value else 0 end from outbox_place_seq)
                """)));
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
