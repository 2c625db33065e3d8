package org.laurel.kit.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BrokerAccessTest {

    @Test
    void aClientReachesTheBrokersAsTheChannelsDoAndKeepsItsOwnSettings() {
        // Given
        BrokerAccess access = new BrokerAccess(Map.of(
                "bootstrap.servers", "kafka:9093",
                "security.protocol", "SASL_SSL",
                "sasl.mechanism", "PLAIN",
                "ssl.truststore.location", "/etc/kafka/trust.p12",
                "client.id", "channel",
                "group.id", "channel",
                "acks", "1"));

        // When
        Map<String, Object> settings = access.with(Map.of("client.id", "relay", "acks", "all"));

        // Then
        assertThat(settings)
                .isEqualTo(Map.of(
                        "bootstrap.servers", "kafka:9093",
                        "security.protocol", "SASL_SSL",
                        "sasl.mechanism", "PLAIN",
                        "ssl.truststore.location", "/etc/kafka/trust.p12",
                        "client.id", "relay",
                        "acks", "all"));
    }
}
