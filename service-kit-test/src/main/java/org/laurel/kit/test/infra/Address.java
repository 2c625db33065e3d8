package org.laurel.kit.test.infra;

/** A host and a TCP port; its text is {@code host:port}, as Kafka and JDBC URLs write it. */
record Address(String host, int port) {

    static Address local(int port) {
        return new Address("127.0.0.1", port);
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
