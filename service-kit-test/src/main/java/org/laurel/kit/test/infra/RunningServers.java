package org.laurel.kit.test.infra;

import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.laurel.kit.test.infra.Infrastructure.KafkaAddresses;

/** The one set of servers of this JVM. Both start in parallel, on the first use. */
final class RunningServers implements SharedServers {

    private static final class Holder {
        static final RunningServers INSTANCE = new RunningServers(Infrastructure.chosen());
    }

    private final Address postgres;
    private final KafkaAddresses kafka;
    private final TcpGate postgresGate;
    private final TcpGate kafkaGate;
    private final Databases databases;
    private final Topics topics;
    private final TokenKeys keys = TokenKeys.generate();

    static RunningServers instance() {
        return Holder.INSTANCE;
    }

    private RunningServers(Infrastructure infrastructure) {
        QuietLogs.apply();
        CompletableFuture<Address> postgresStart = started("postgres", infrastructure::startPostgres);
        var gatedKafka = new CompletableFuture<Address>();
        this.postgresGate = new TcpGate(postgresStart);
        this.kafkaGate = new TcpGate(gatedKafka);
        CompletableFuture<KafkaAddresses> kafkaStart =
                started("kafka", () -> infrastructure.startKafka(kafkaGate.address()));
        this.kafka = kafkaStart.join();
        gatedKafka.complete(kafka.gated());
        this.topics = new Topics(kafka.direct());
        topics.createAll();
        this.postgres = postgresStart.join();
        this.databases = new Databases(postgres);
    }

    private static <T> CompletableFuture<T> started(String name, Supplier<T> start) {
        return CompletableFuture.supplyAsync(
                start, task -> Thread.ofPlatform().name("start-" + name).start(task));
    }

    @Override
    public String postgres() {
        return postgres.toString();
    }

    @Override
    public String gatedPostgres() {
        return postgresGate.address().toString();
    }

    @Override
    public String kafka() {
        return kafka.direct().toString();
    }

    @Override
    public String gatedKafka() {
        return kafkaGate.address().toString();
    }

    @Override
    public String newDatabase() {
        return databases.create();
    }

    @Override
    public String database() {
        return databases.newest();
    }

    @Override
    public void createTopic(String name, int partitions) {
        topics.create(name, partitions);
    }

    @Override
    public void cutPostgres() {
        postgresGate.cut();
    }

    @Override
    public void restorePostgres() {
        postgresGate.restore();
    }

    @Override
    public void cutKafka() {
        kafkaGate.cut();
    }

    @Override
    public void restoreKafka() {
        kafkaGate.restore();
    }

    @Override
    public PrivateKey signingKey() {
        return keys.signing();
    }

    @Override
    public Path publicKeyFile() {
        return keys.publicKeyFile();
    }
}
