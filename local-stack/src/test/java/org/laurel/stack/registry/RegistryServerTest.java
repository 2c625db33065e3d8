package org.laurel.stack.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laurel.stack.LaurelService;
import org.laurel.stack.Part;
import org.laurel.stack.Stack;
import org.laurel.stack.StackConfig;
import org.laurel.stack.StackFailure;
import org.laurel.stack.StackListener;

/** What needs no unpacked server; the bridge's tests run it. */
class RegistryServerTest {

    @Test
    void saysHowToGetTheServer(@TempDir Path folder) {
        // Given
        RegistryServer server = new RegistryServer(folder, folder, folder.resolve("registry.log"), 8090);

        // When, then
        assertThatThrownBy(server::start)
                .isInstanceOfSatisfying(
                        StackFailure.class,
                        failure -> assertThat(failure.advice()).contains("./laurel up --registry"));
        assertThat(server.process()).isEmpty();
    }

    @Test
    void standsBetweenKafkaAndTheServicesOfAStackThatHasOne(@TempDir Path data) {
        // Given
        StackConfig config = StackConfig.isolated(data)
                .withServices(List.of(LaurelService.BRIDGE))
                .withRegistry();

        // When
        Stack stack = Stack.of(config, StackListener.SILENT);

        // Then
        assertThat(stack.parts())
                .extracting(Part::name)
                .containsExactly("PostgreSQL", "Kafka", "registry", "bridge", "reverse proxy");
        assertThat(stack.registry().port()).isEqualTo(config.ports().registry());
    }

    @Test
    void andTheBridgeAreNoPartsOfAnUsualStack(@TempDir Path data) {
        // When
        Stack stack = Stack.of(StackConfig.isolated(data), StackListener.SILENT);

        // Then
        assertThat(stack.parts()).extracting(Part::name).doesNotContain("registry", "bridge");
        assertThatThrownBy(stack::registry).isInstanceOf(IllegalArgumentException.class);
    }
}
