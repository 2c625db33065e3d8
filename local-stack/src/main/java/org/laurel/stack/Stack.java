package org.laurel.stack;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.laurel.stack.kafka.KafkaNode;
import org.laurel.stack.postgres.DatabaseAccess;
import org.laurel.stack.postgres.PostgresServer;
import org.laurel.stack.postgres.SecretStore;
import org.laurel.stack.postgres.ServiceDatabases;
import org.laurel.stack.process.DiskSpace;
import org.laurel.stack.process.LogFile;
import org.laurel.stack.process.Ports;
import org.laurel.stack.proxy.ReverseProxy;
import org.laurel.stack.registry.RegistryServer;
import org.laurel.stack.token.SigningKeys;
import org.laurel.stack.token.TokenIssuer;

/**
 * A running Laurel: PostgreSQL, Kafka, the services and the reverse proxy, and a schema registry where one is asked for; all
 * on this machine.
 *
 * <p>Parts start in that order, the services beside each other; they stop services first, then proxy, Kafka and
 * PostgreSQL. {@link #close} may be called by any thread at any time, also during the start.
 */
public final class Stack implements AutoCloseable {
    private final StackConfig config;
    private final StackListener listener;
    private final ServiceDatabases databases;
    private final PostgresServer postgres;
    private final KafkaNode kafka;
    private final Optional<Part> registry;
    private final ReverseProxy proxy;
    private final SigningKeys keys;
    private final Map<LaurelService, ServiceProcess> services = new EnumMap<>(LaurelService.class);
    private final RunningParts running = new RunningParts();
    private final Queue<CompletableFuture<?>> watches = new ConcurrentLinkedQueue<>();

    private Stack(StackConfig config, StackListener listener) {
        this.config = config;
        this.listener = listener;
        StackPaths paths = config.paths();
        StackPorts ports = config.ports();
        SecretStore secrets = new SecretStore(paths.secrets());
        this.keys = SigningKeys.in(paths.keys());
        this.postgres = new PostgresServer(paths, ports.postgres(), secrets);
        this.kafka = new KafkaNode(
                paths,
                ports.kafka(),
                config.registry() ? List.of(paths.topicFile(), paths.openEdxTopicFile()) : List.of(paths.topicFile()));
        this.registry = config.registry() ? Optional.of(RegistryServer.of(paths, ports.registry())) : Optional.empty();
        this.proxy = ReverseProxy.of(paths, ports);
        this.databases = new ServiceDatabases(ports.postgres(), secrets);
        for (LaurelService service : config.services()) {
            services.put(
                    service,
                    new ServiceProcess(
                            service,
                            service.label(),
                            ports.of(service),
                            config,
                            databases.access(service),
                            keys.publicKeyFile()));
        }
    }

    /** Prepares a stack without starting anything; see {@link #start()}. */
    public static Stack of(StackConfig config, StackListener listener) {
        return new Stack(config, listener);
    }

    /**
     * Starts everything and returns when it is ready.
     *
     * @throws StackFailure if a port is taken, the disk is nearly full or a part fails; nothing keeps running then
     */
    public static Stack start(StackConfig config) {
        Stack stack = of(config, StackListener.SILENT);
        stack.start();
        return stack;
    }

    /**
     * Starts everything and returns when it is ready.
     *
     * @throws StackFailure as {@link #start(StackConfig)}
     */
    public void start() {
        try {
            DiskSpace.require(config.paths().data());
            parts().forEach(part -> Ports.requireFree(part.port(), part.name(), part.portOption()));
            startOne(postgres);
            startOne(kafka);
            registry.ifPresent(this::startOne);
            startServices();
            startOne(proxy);
        } catch (StackFailure failure) {
            close();
            throw failure;
        }
    }

    /**
     * Starts everything, and services from start caches, which are recorded first where there are none: for those who start them
     * over and over.
     *
     * @throws StackFailure as {@link #start(StackConfig)}
     */
    public static Stack startTrained(StackConfig config) {
        Stack stack = of(config, StackListener.SILENT);
        stack.services.values().forEach(ServiceProcess::train);
        stack.start();
        return stack;
    }

    /** All parts in the order in which they start. */
    public List<Part> parts() {
        List<Part> parts = new ArrayList<>(List.of(postgres, kafka));
        registry.ifPresent(parts::add);
        parts.addAll(services.values());
        parts.add(proxy);
        return List.copyOf(parts);
    }

    /** One service, to stop, kill or start it in a fault drill. */
    public Part service(LaurelService service) {
        Part part = services.get(service);
        if (part == null) {
            throw new IllegalArgumentException(service + " is not part of this stack");
        }
        return part;
    }

    /** The broker, to stop and start it in a fault drill. */
    public Part kafka() {
        return kafka;
    }

    /** The database server, to stop and start it in a fault drill. */
    public Part postgres() {
        return postgres;
    }

    /** The schema registry, to stop and start it in a fault drill; only for stacks with one. */
    public Part registry() {
        return registry.orElseThrow(() -> new IllegalArgumentException("there is no registry in this stack"));
    }

    /** The one origin of all services. */
    public URI baseUrl() {
        return URI.create("http://localhost:" + config.ports().http());
    }

    public String kafkaBootstrap() {
        return "127.0.0.1:" + config.ports().kafka();
    }

    public DatabaseAccess database(LaurelService service) {
        return databases.access(service);
    }

    /** The database server as its superuser, for drills that take something away from the services. */
    public DatabaseAccess administration() {
        return databases.administration();
    }

    /**
     * Another process of a service beside the first, on a free port and without a share in the proxy's requests: not started yet,
     * and whoever asks for it stops it.
     *
     * @param name tells it from others, also in the name of its log
     */
    public Part replica(LaurelService service, String name) {
        return new ServiceProcess(service, name, Ports.free(), config, databases.access(service), keys.publicKeyFile());
    }

    /** Makes bearer tokens that the services accept. */
    public TokenIssuer tokens() {
        return new TokenIssuer(keys);
    }

    @Override
    public void close() {
        List<Part> servicesFirst = List.copyOf(services.values());
        running.stopAll(
                List.of(servicesFirst, List.of(proxy), registry.stream().toList(), List.of(kafka), List.of(postgres)),
                listener);
    }

    private void startServices() {
        AtomicReference<@Nullable StackFailure> first = new AtomicReference<>();
        try (ExecutorService starters = Executors.newVirtualThreadPerTaskExecutor()) {
            services.values()
                    .forEach(service -> starters.execute(() -> {
                        try {
                            startOne(service);
                        } catch (StackFailure failure) {
                            first.compareAndSet(null, failure);
                            close();
                        }
                    }));
        }
        StackFailure failure = first.get();
        if (failure != null) {
            throw failure;
        }
    }

    private void startOne(Part part) {
        Instant begin = Instant.now();
        running.add(part);
        listener.starting(part);
        part.start();
        listener.ready(part, Duration.between(begin, Instant.now()));
        watch(part);
    }

    private void watch(Part part) {
        if (part != proxy) {
            part.process()
                    .map(process -> process.onExit().thenRun(() -> reportCrash(part)))
                    .ifPresent(watches::add);
        }
    }

    private void reportCrash(Part part) {
        if (running.expects(part)) {
            String lastMessage = LogFile.lastTrouble(part.log())
                    .map(line -> " Its last error: " + line)
                    .orElse("");
            listener.crashed(
                    part,
                    new StackFailure(
                            part.name() + " stopped unexpectedly." + lastMessage,
                            "Its log: " + part.log() + ". Start again: ./laurel down, then ./laurel up"));
        }
    }
}
