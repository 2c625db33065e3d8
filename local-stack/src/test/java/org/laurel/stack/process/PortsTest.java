package org.laurel.stack.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.laurel.stack.StackFailure;

class PortsTest {

    @Test
    void namesThePartAndTheOptionWhenAPortIsTaken() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // Given
            int port = other.getLocalPort();

            // When
            StackFailure failure =
                    catchThrowableOfType(StackFailure.class, () -> Ports.requireFree(port, "Kafka", "--kafka-port"));

            // Then
            assertThat(failure.what()).contains("Port " + port).contains("Kafka");
            assertThat(failure.advice()).contains("--kafka-port");
        }
    }

    @Test
    void findsNeighbouringFreePorts() {
        // Given nothing

        // When
        int first = Ports.freeRow(4);

        // Then
        assertThat(Ports.isFree(first)).isTrue();
        assertThat(Ports.isFree(first + 3)).isTrue();
    }
}
