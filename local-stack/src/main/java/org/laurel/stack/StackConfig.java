package org.laurel.stack;

import java.nio.file.Path;
import java.util.List;

/**
 * What to start and where.
 *
 * @param paths source tree, data and cache
 * @param ports ports of all parts
 * @param services the services to start; PostgreSQL, Kafka and the proxy always start
 */
public record StackConfig(StackPaths paths, StackPorts ports, List<LaurelService> services) {

    public StackConfig {
        services = List.copyOf(services);
    }

    /** Everything on free ports with data in the given folder: for tests. */
    public static StackConfig isolated(Path data) {
        return new StackConfig(StackPaths.find().withData(data), StackPorts.free(), List.of(LaurelService.values()));
    }

    public StackConfig withServices(List<LaurelService> chosen) {
        return new StackConfig(paths, ports, chosen);
    }
}
