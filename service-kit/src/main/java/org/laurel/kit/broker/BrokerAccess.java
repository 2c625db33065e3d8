package org.laurel.kit.broker;

import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How clients of our own reach Kafka: as the channels do. Whatever is set as {@code kafka.…} for these, a password or TLS for
 * instance, holds for the relay's producer and the look-up of the lag too.
 */
@Singleton
public class BrokerAccess {

    private static final List<String> SHARED =
            List.of("bootstrap.servers", "security.", "sasl.", "ssl.", "client.dns.");

    private final Map<String, Object> settings = new HashMap<>();

    /** @param channels what the messaging library was told of the brokers */
    public BrokerAccess(@Identifier("default-kafka-broker") Map<String, Object> channels) {
        channels.forEach((name, value) -> {
            if (SHARED.stream().anyMatch(name::startsWith)) {
                settings.put(name, value);
            }
        });
    }

    /** The settings of a client: its own, and what it needs to reach the brokers. */
    public Map<String, Object> with(Map<String, Object> own) {
        Map<String, Object> all = new HashMap<>(settings);
        all.putAll(own);
        return all;
    }
}
