package org.laurel.kit.test.infra;

/**
 * Where the real servers of a test run come from. What has been started runs until the JVM ends.
 */
interface Infrastructure {

    /** The superuser of the PostgreSQL server, and its password: only test probes use them. */
    String SUPERUSER = "postgres";

    /** Starts PostgreSQL with settings that trade durability for speed. */
    Address startPostgres();

    /**
     * Starts Kafka with two listeners: one for test probes, and one for services whose advertised address is the gate.
     *
     * @param gate the address that services are told to connect to
     */
    KafkaAddresses startKafka(Address gate);

    /** The infrastructure that the system property {@code laurel.test.infra} names: embedded or containers. */
    static Infrastructure chosen() {
        String name = System.getProperty("laurel.test.infra", "embedded");
        return switch (name) {
            case "embedded" -> new EmbeddedInfrastructure();
            case "containers" -> new ContainerInfrastructure();
            default ->
                throw new IllegalArgumentException(
                        "laurel.test.infra is '" + name + "', it must be embedded or containers");
        };
    }

    /**
     * The two ways into one Kafka broker.
     *
     * @param direct the listener for probes, advertised as it is
     * @param gated the listener that the gate forwards to
     */
    record KafkaAddresses(Address direct, Address gated) {}
}
