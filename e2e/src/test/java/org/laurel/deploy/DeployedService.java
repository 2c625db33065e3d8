package org.laurel.deploy;

import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A service as its own configuration describes it.
 *
 * @param name also the name of its container, database and database role
 * @param properties its {@code application.properties}
 */
record DeployedService(String name, Properties properties) {

    private static final String BRIDGE = "bridge";

    /** Those that every deployment has. */
    static List<DeployedService> everywhere() {
        return all().stream().filter(service -> !service.name().equals(BRIDGE)).toList();
    }

    /** With the bridge, which a deployment has beside an Open edX site. */
    static List<DeployedService> all() {
        return Stream.of("certificates", "enrollment", "programs", "completion", BRIDGE)
                .map(name -> new DeployedService(name, Settings.properties(module(name), "application.properties")))
                .toList();
    }

    static Set<String> names() {
        return all().stream().map(DeployedService::name).collect(Collectors.toSet());
    }

    static DeployedService named(String name) {
        return all().stream()
                .filter(service -> service.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no service " + name));
    }

    String module() {
        return module(name);
    }

    int port() {
        return Integer.parseInt(properties.getProperty("laurel.http.port"));
    }

    List<String> consumedTopics() {
        String own = properties.getProperty("laurel.consume.topics", properties.getProperty("openedx.topics.laurel"));
        return List.of(own.split(","));
    }

    /** Names in the environment that the service reads. */
    Set<String> environmentNames() {
        return settings().map(Setting::environmentName).collect(Collectors.toSet());
    }

    /** Names in the environment that a deployment has to set. */
    Set<String> requiredNames() {
        return settings()
                .filter(Setting::isRequired)
                .map(Setting::environmentName)
                .collect(Collectors.toSet());
    }

    private Stream<Setting> settings() {
        return Stream.concat(Settings.common().stream(), Settings.own(this).stream());
    }

    private static String module(String name) {
        return name.equals(BRIDGE) ? "openedx-bridge" : name + "-service";
    }
}
