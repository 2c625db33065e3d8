package org.laurel.stack.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line of a JVM with flags chosen for a laptop: small heaps, the serial collector, small thread stacks, and
 * the first compiler only. The second one pays off after minutes of load; until then it competes with the services for
 * the processors and takes twice the time of the work itself.
 *
 * @param line program and arguments
 */
public record JavaCommand(List<String> line) {
    private static final int FIRST_THAT_WARNS_OF_UNSAFE = 23;
    private static final int FIRST_WITH_COMPACT_HEADERS = 25;

    public JavaCommand {
        line = List.copyOf(line);
    }

    /** A service: its live data is small, and the serial collector needs no threads of its own. */
    public static JavaCommand forService(Path jar) {
        StartCache cache = StartCache.of(jar);
        List<String> line = service();
        if (cache.isThere()) {
            line.add("-XX:AOTCache=" + cache.file());
        }
        line.addAll(List.of("-jar", jar.toString()));
        return new JavaCommand(line);
    }

    /**
     * A service that records its {@link StartCache}. Without its database it cannot start, and ends when it has loaded nearly
     * everything that a start needs: nothing happens but that.
     */
    public static JavaCommand forTraining(Path jar) {
        List<String> line = service();
        line.addAll(List.of(
                "-XX:AOTCacheOutput=" + StartCache.of(jar).draft(),
                "-Dquarkus.flyway.migrate-at-start=false",
                "-Dquarkus.hibernate-orm.database.start-offline=true",
                "-jar",
                jar.toString()));
        return new JavaCommand(line);
    }

    /** The flags of a service; a cache serves only the flags with which it was recorded. */
    static List<String> service() {
        List<String> line = jvm("-Xms32m", "-Xmx160m", "-XX:MaxMetaspaceSize=192m", "-XX:ReservedCodeCacheSize=48m");
        line.add("-Djava.net.preferIPv4Stack=true");
        return line;
    }

    /** The broker: most of its memory is the page cache, which the operating system owns. */
    public static JavaCommand forKafka(String mainClass, List<String> arguments) {
        List<String> line = jvm("-Xms48m", "-Xmx224m", "-XX:ReservedCodeCacheSize=48m");
        line.addAll(ownClasses());
        line.addAll(List.of(
                "-Djava.net.preferIPv4Stack=true",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX"));
        line.add(mainClass);
        line.addAll(arguments);
        return new JavaCommand(line);
    }

    /** The schema registry, which brings clients of many databases and needs the room for their classes. */
    public static JavaCommand forRegistry(Path jar, List<String> properties) {
        List<String> line = jvm("-Xms48m", "-Xmx256m", "-XX:ReservedCodeCacheSize=64m");
        line.add("-Djava.net.preferIPv4Stack=true");
        line.addAll(properties);
        line.addAll(List.of("-jar", jar.toString()));
        return new JavaCommand(line);
    }

    /** Another run of this program, used to keep a stack running in the background. */
    public static JavaCommand forLaurel(Path home, String mainClass, List<String> arguments) {
        List<String> line = jvm("-Xms16m", "-Xmx96m");
        line.addAll(ownClasses());
        line.add("-Dlaurel.home=" + home);
        line.add(mainClass);
        line.addAll(arguments);
        return new JavaCommand(line);
    }

    private static List<String> jvm(String... flags) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of(
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss512k", "--enable-native-access=ALL-UNNAMED"));
        if (Runtime.version().feature() >= FIRST_THAT_WARNS_OF_UNSAFE) {
            line.add("--sun-misc-unsafe-memory-access=allow");
        }
        if (Runtime.version().feature() >= FIRST_WITH_COMPACT_HEADERS) {
            line.add("-XX:+UseCompactObjectHeaders");
        }
        line.addAll(List.of(flags));
        return line;
    }

    private static List<String> ownClasses() {
        return List.of("-cp", System.getProperty("java.class.path"));
    }
}
