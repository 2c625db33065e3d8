package org.laurel.stack;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.laurel.stack.postgres.DatabaseAccess;
import org.laurel.stack.process.JavaCommand;
import org.laurel.stack.process.ManagedProcess;
import org.laurel.stack.process.ReadyProbe;
import org.laurel.stack.process.StartCache;
import org.laurel.stack.process.Training;
import org.laurel.stack.registry.RegistryServer;
import org.laurel.stack.token.TokenIssuer;

/** One service as a process of its own; ready when its readiness probe says so. */
final class ServiceProcess implements Part {
    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Duration STOP_GRACE = Duration.ofSeconds(20);
    private static final Duration PROBE_LIMIT = Duration.ofSeconds(2);

    private final LaurelService service;
    private final String name;
    private final int port;
    private final StackConfig config;
    private final DatabaseAccess database;
    private final Path publicKey;
    private final ManagedProcess process;

    /**
     * A process that does not run yet.
     *
     * @param name the service's label, or that of a replica; also the name of the log
     */
    ServiceProcess(
            LaurelService service, String name, int port, StackConfig config, DatabaseAccess database, Path publicKey) {
        this.service = service;
        this.name = name;
        this.port = port;
        this.config = config;
        this.database = database;
        this.publicKey = publicKey;
        this.process = new ManagedProcess(name, config.paths().log(name));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String portOption() {
        return "--service-ports-from";
    }

    @Override
    public void start() {
        Path jar = config.paths().serviceJar(service);
        if (!Files.isRegularFile(jar)) {
            throw new StackFailure(service.label() + " is not built: " + jar + " is missing.", "Run ./laurel up.");
        }
        process.start(JavaCommand.forService(jar).line(), environment());
        new ReadyProbe(URI.create("http://127.0.0.1:" + port() + "/q/health/ready"), PROBE_LIMIT)
                .await(process, START_LIMIT);
    }

    /** Records its start cache, if there is none and one can be recorded. */
    void train() {
        Path jar = config.paths().serviceJar(service);
        StartCache cache = StartCache.of(jar);
        if (!StartCache.isPossible() || cache.isThere() || !Files.isRegularFile(jar)) {
            return;
        }
        Map<String, String> environment = environment();
        environment.put("LAUREL_DB_URL", "jdbc:postgresql://127.0.0.1:1/nowhere");
        environment.put("LAUREL_KAFKA_BOOTSTRAP", "127.0.0.1:1");
        String training = name + "-training";
        new Training(cache, new ManagedProcess(training, config.paths().log(training)))
                .run(JavaCommand.forTraining(jar).line(), environment, START_LIMIT);
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

    /** What the service finds in its environment. */
    Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>();
        environment.put("LAUREL_HTTP_HOST", "127.0.0.1");
        environment.put("LAUREL_HTTP_PORT", Integer.toString(port()));
        environment.put("LAUREL_DB_URL", database.url());
        environment.put("LAUREL_DB_USER", database.user());
        environment.put("LAUREL_DB_PASSWORD", database.password());
        environment.put("LAUREL_KAFKA_BOOTSTRAP", "127.0.0.1:" + config.ports().kafka());
        environment.put("LAUREL_JWT_PUBLIC_KEY", publicKey.toString());
        environment.put("LAUREL_JWT_ISSUER", TokenIssuer.ISSUER);
        environment.put(
                "LAUREL_PUBLIC_URL", "http://localhost:" + config.ports().http());
        environment.put("LAUREL_LOG_JSON", "false");
        environment.put("LAUREL_MAIL_MOCK", "true");
        if (name.equals(service.label())) {
            // It comes back after a crash and goes on at once; replicas come and go.
            environment.put("LAUREL_INSTANCE_ID", name);
        }
        if (service == LaurelService.BRIDGE) {
            environment.put(
                    "LAUREL_OPENEDX_REGISTRY_URL",
                    RegistryServer.url(config.ports().registry()).toString());
            environment.putAll(OpenEdxSite.TOPICS);
        }
        if (service == LaurelService.ENROLLMENT && config.services().contains(LaurelService.BRIDGE)) {
            environment.put("LAUREL_RETIREMENT_SERVICES", everyKeeperOfNames());
        }
        environment.putAll(config.settings());
        return environment;
    }

    /** The bridge keeps names of learners too: a retirement is complete when it has erased them. */
    private static String everyKeeperOfNames() {
        return Stream.concat(LaurelService.everywhere().stream(), Stream.of(LaurelService.BRIDGE))
                .map(LaurelService::label)
                .collect(Collectors.joining(","));
    }
}
