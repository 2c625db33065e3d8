package org.laurel.kit.test.infra;

import java.nio.file.Path;
import java.security.PrivateKey;

/**
 * The servers and keys that all tests of a JVM share. Quarkus loads test classes anew for each test profile; one object
 * behind this interface serves them all, so its methods speak only types of the JDK.
 */
public interface SharedServers {

    /** Host and port of PostgreSQL, past the gate. */
    String postgres();

    /** Host and port of PostgreSQL as services see it. */
    String gatedPostgres();

    /** Bootstrap address of Kafka, past the gate. */
    String kafka();

    /** Bootstrap address of Kafka as services see it. */
    String gatedKafka();

    /** Creates an empty database owned by a role without special rights, and returns its name. */
    String newDatabase();

    /** The database that was created last. */
    String database();

    /** Creates a topic beside those of the topics file; does nothing when it exists. */
    void createTopic(String name, int partitions);

    /** Cuts services off from PostgreSQL. */
    void cutPostgres();

    /** Connects services with PostgreSQL again. */
    void restorePostgres();

    /** Cuts services off from Kafka. */
    void cutKafka();

    /** Connects services with Kafka again. */
    void restoreKafka();

    /** Signs the tokens of this test run. */
    PrivateKey signingKey();

    /** The PEM file with the public half of the signing key. */
    Path publicKeyFile();

    /** The servers of this JVM; the first call starts them and returns when they answer. */
    static SharedServers get() {
        return JvmWide.of(SharedServers.class, "org.laurel.kit.test.infra.RunningServers");
    }
}
