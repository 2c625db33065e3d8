package org.laurel.stack;

import org.laurel.stack.process.Ports;

/**
 * The TCP ports of the stack, all on the loopback interface.
 *
 * @param http the reverse proxy, the only port that clients need
 * @param postgres the PostgreSQL server
 * @param kafka the Kafka broker
 * @param servicesFrom the first of five ports in a row, one per service
 * @param registry the schema registry, when there is one
 */
public record StackPorts(int http, int postgres, int kafka, int servicesFrom, int registry) {

    /** The ports that the documentation names. */
    public static StackPorts standard() {
        return new StackPorts(8080, 15432, 19092, 8081, 8090);
    }

    /** Ports that nobody uses at the moment: for tests. */
    public static StackPorts free() {
        return new StackPorts(
                Ports.free(), Ports.free(), Ports.free(), Ports.freeRow(LaurelService.values().length), Ports.free());
    }

    public int of(LaurelService service) {
        return servicesFrom + service.portOffset();
    }
}
