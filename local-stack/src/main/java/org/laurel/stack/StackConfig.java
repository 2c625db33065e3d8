package org.laurel.stack;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What to start and where.
 *
 * @param paths source tree, data and cache
 * @param ports ports of all parts
 * @param services the services to start; PostgreSQL, Kafka and the proxy always start
 * @param settings what every service finds in its environment besides its addresses, {@code LAUREL_…}
 * @param registry whether a schema registry starts too, which the bridge to Open edX needs
 */
public record StackConfig(
        StackPaths paths,
        StackPorts ports,
        List<LaurelService> services,
        Map<String, String> settings,
        boolean registry) {

    public StackConfig {
        services = List.copyOf(services);
        settings = Map.copyOf(settings);
    }

    /** With the settings that services have by themselves. */
    public StackConfig(StackPaths paths, StackPorts ports, List<LaurelService> services) {
        this(paths, ports, services, Map.of(), false);
    }

    /** Everything on free ports with data in the given folder: for tests. */
    public static StackConfig isolated(Path data) {
        return new StackConfig(StackPaths.find().withData(data), StackPorts.free(), LaurelService.everywhere());
    }

    public StackConfig withServices(List<LaurelService> chosen) {
        return new StackConfig(paths, ports, chosen, settings, registry);
    }

    public StackConfig withSettings(Map<String, String> chosen) {
        return new StackConfig(paths, ports, services, chosen, registry);
    }

    /** The same with a schema registry. */
    public StackConfig withRegistry() {
        return new StackConfig(paths, ports, services, settings, true);
    }
}
