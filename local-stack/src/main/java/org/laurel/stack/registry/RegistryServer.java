package org.laurel.stack.registry;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.laurel.stack.Part;
import org.laurel.stack.StackFailure;
import org.laurel.stack.StackPaths;
import org.laurel.stack.process.JavaCommand;
import org.laurel.stack.process.ManagedProcess;
import org.laurel.stack.process.Ports;
import org.laurel.stack.process.ReadyProbe;

/**
 * A real schema registry, Apicurio's server, in a process of its own. It speaks Confluent's API, and its schemas and their ids
 * survive restarts. It needs nothing else of the stack.
 */
public final class RegistryServer implements Part {
    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Duration STOP_GRACE = Duration.ofSeconds(20);
    private static final Duration PROBE_LIMIT = Duration.ofSeconds(5);

    private final Path program;
    private final Path data;
    private final int port;
    private final ManagedProcess process;

    /**
     * A registry that is not started yet.
     *
     * @param program folder with the unpacked server
     * @param data folder for its database; made when missing
     * @param log its log file
     */
    public RegistryServer(Path program, Path data, Path log, int port) {
        this.program = program;
        this.data = data;
        this.port = port;
        this.process = new ManagedProcess(name(), log);
    }

    /** The registry of a stack. */
    public static RegistryServer of(StackPaths paths, int port) {
        return new RegistryServer(paths.registryProgram(), paths.registry(), paths.log("registry"), port);
    }

    /** Root of Confluent's API of a registry on a port of this machine. */
    public static URI url(int port) {
        return URI.create("http://127.0.0.1:" + port + "/apis/ccompat/v7");
    }

    /** Root of its Confluent API. */
    public URI url() {
        return url(port);
    }

    @Override
    public String name() {
        return "registry";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String portOption() {
        return "--registry-port";
    }

    @Override
    public void start() {
        Path jar = program.resolve("quarkus-run.jar");
        if (!Files.isRegularFile(jar)) {
            throw new StackFailure(
                    "The schema registry is not unpacked: " + jar + " is missing.", "Run ./laurel up --registry.");
        }
        process.start(JavaCommand.forRegistry(jar, properties()).line(), Map.of());
        new ReadyProbe(URI.create(url() + "/subjects"), PROBE_LIMIT).await(process, START_LIMIT);
    }

    @Override
    public void stop() {
        process.stop(STOP_GRACE);
    }

    @Override
    public Optional<ProcessHandle> process() {
        return process.handle();
    }

    @Override
    public Path log() {
        return process.log();
    }

    /** The database is written by the registry itself, beside nobody else. */
    private List<String> properties() {
        return List.of(
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.management.host=127.0.0.1",
                "-Dquarkus.management.port=" + Ports.free(),
                "-Dquarkus.http.access-log.enabled=false",
                "-Dapicurio.datasource.url=jdbc:h2:file:"
                        + data.toAbsolutePath().resolve("schemas"));
    }
}
