package org.laurel.stack.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.laurel.stack.LaurelService;
import org.laurel.stack.StackConfig;
import org.laurel.stack.StackPaths;
import org.laurel.stack.StackPorts;
import org.laurel.stack.console.Console;
import org.laurel.stack.console.Durations;
import org.laurel.stack.run.MemoryUse;
import org.laurel.stack.run.RunStateFile;
import org.laurel.stack.run.Supervisor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the stack and keeps it running. */
@Command(
        name = "up",
        description = "Start PostgreSQL, Kafka, the four services and the reverse proxy on this machine.",
        footer = {
            "",
            "Every port can also be set by a variable: LAUREL_HTTP_PORT, LAUREL_POSTGRES_PORT,",
            "LAUREL_KAFKA_PORT, LAUREL_SERVICE_PORTS_FROM, LAUREL_REGISTRY_PORT.",
            "Data lies in .laurel/ and survives restarts."
        })
final class UpCommand implements Callable<Integer> {
    @Option(
            names = "--http-port",
            paramLabel = "PORT",
            defaultValue = "${env:LAUREL_HTTP_PORT:-8080}",
            description = "Port of the reverse proxy (8080).")
    private int httpPort;

    @Option(
            names = "--postgres-port",
            paramLabel = "PORT",
            defaultValue = "${env:LAUREL_POSTGRES_PORT:-15432}",
            description = "Port of PostgreSQL (15432).")
    private int postgresPort;

    @Option(
            names = "--kafka-port",
            paramLabel = "PORT",
            defaultValue = "${env:LAUREL_KAFKA_PORT:-19092}",
            description = "Port of Kafka (19092).")
    private int kafkaPort;

    @Option(
            names = "--service-ports-from",
            paramLabel = "PORT",
            defaultValue = "${env:LAUREL_SERVICE_PORTS_FROM:-8081}",
            description = "First of the five ports of the services (8081).")
    private int servicePortsFrom;

    @Option(
            names = "--registry",
            description =
                    "Start a schema registry and the bridge to Open edX as well. The first time it is fetched (159"
                            + " MB).")
    private boolean registry;

    @Option(
            names = "--registry-port",
            paramLabel = "PORT",
            defaultValue = "${env:LAUREL_REGISTRY_PORT:-8090}",
            description = "Port of the schema registry (8090).")
    private int registryPort;

    @Option(names = "--detach", description = "Return when everything is ready; the stack runs on in the background.")
    private boolean detach;

    @Option(names = "--services", paramLabel = "LIST", hidden = true, description = "Services to start, by comma.")
    private String services = "certificates,enrollment,programs,completion";

    private final Console console;
    private final StackPaths paths;

    UpCommand(Console console, StackPaths paths) {
        this.console = console;
        this.paths = paths;
    }

    @Override
    public Integer call() {
        StackConfig config = new StackConfig(
                paths,
                new StackPorts(httpPort, postgresPort, kafkaPort, servicePortsFrom, registryPort),
                chosenServices(),
                Map.of(),
                registry);
        if (detach) {
            new BackgroundStack(console, paths).start(arguments());
            return 0;
        }
        console.line(
                console.style().strong("Laurel is starting") + console.style().faint("  data: " + paths.data()));
        try (StartProgress progress = new StartProgress(console)) {
            new Supervisor(config, progress).run(() -> {
                console.line(console.style().good("Ready") + " after " + Durations.seconds(progress.elapsed()) + ", "
                        + megabytes() + " MB of memory in use.");
                new Welcome(console, config).print();
            });
        }
        return 0;
    }

    private long megabytes() {
        return MemoryUse.of(new RunStateFile(paths).running()) / 1_000_000;
    }

    private List<LaurelService> chosenServices() {
        Stream<LaurelService> named = Arrays.stream(services.split(","))
                .filter(name -> !name.isBlank())
                .map(LaurelService::named);
        Stream<LaurelService> bridge = registry ? Stream.of(LaurelService.BRIDGE) : Stream.empty();
        return Stream.concat(named, bridge).distinct().toList();
    }

    private List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of(
                "up",
                "--http-port=" + httpPort,
                "--postgres-port=" + postgresPort,
                "--kafka-port=" + kafkaPort,
                "--service-ports-from=" + servicePortsFrom,
                "--registry-port=" + registryPort,
                "--services=" + services));
        if (registry) {
            arguments.add("--registry");
        }
        return arguments;
    }
}
