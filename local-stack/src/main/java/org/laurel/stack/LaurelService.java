package org.laurel.stack;

import java.util.List;
import java.util.Locale;

/**
 * The services that the local stack runs, each as a process and with a database of its own. The bridge runs only when it is
 * asked for: it is of use beside an Open edX site.
 */
public enum LaurelService {
    CERTIFICATES(8081),
    ENROLLMENT(8082),
    PROGRAMS(8083),
    COMPLETION(8084),
    BRIDGE(8085);

    private final int defaultPort;

    LaurelService(int defaultPort) {
        this.defaultPort = defaultPort;
    }

    /** The name that users see; also the name of the database and of its owner. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The Maven module that builds the service. */
    public String module() {
        return this == BRIDGE ? "openedx-bridge" : label() + "-service";
    }

    /** Distance from the first service port. */
    public int portOffset() {
        return defaultPort - CERTIFICATES.defaultPort;
    }

    /** Where operators look and steer, as a path of the reverse proxy. */
    public String operationsPath() {
        return this == BRIDGE ? "/api/openedx/ops" : "/api/" + label() + "/ops";
    }

    /**
     * The service with this label.
     *
     * @throws StackFailure if there is none
     */
    public static LaurelService named(String label) {
        for (LaurelService service : values()) {
            if (service.label().equals(label)) {
                return service;
            }
        }
        throw new StackFailure(
                "There is no service named " + label + ".",
                "Services: certificates, enrollment, programs, completion, bridge.");
    }

    /** Those that every deployment has. */
    public static List<LaurelService> everywhere() {
        return List.of(CERTIFICATES, ENROLLMENT, PROGRAMS, COMPLETION);
    }
}
