package org.laurel.completion.xapi.app;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What stands between us and the store is told from a store that has too much to do. */
class LrsClientTest {

    @Test
    void aStoreThatAnswersNoConnectionIsNotSlow() throws IOException {
        // Given
        try (Crowded crowded = new Crowded()) {
            LrsClient client = client(crowded.port());

            // When
            ThrowingCallable post = () -> client.post(List.of("{}"));

            // Then
            assertThatThrownBy(post)
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(HttpTimeoutException.class)
                    .hasMessageContaining("cannot be reached");
            client.close();
        }
    }

    @Test
    void aStoreThatAnswersAConnectionAndNothingElseIsSlow() throws IOException {
        // Given
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            LrsClient client = client(silent.getLocalPort());

            // When
            ThrowingCallable post = () -> client.post(List.of("{}"));

            // Then
            assertThatThrownBy(post).isInstanceOf(HttpTimeoutException.class);
            client.close();
        }
    }

    private static LrsClient client(int port) {
        String address = "http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":" + port + "/xapi/";
        return new LrsClient(
                SettingsTest.settings(SettingsTest.with(Map.of("lrs.endpoint", address, "lrs.timeout", "PT2S"))),
                new ObjectMapper());
    }

    /** A port before which so many wait that the system drops who comes next, as a firewall does. */
    private static final class Crowded implements AutoCloseable {

        private final ServerSocket nobodyAccepts = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        private final List<SocketChannel> waiting = new ArrayList<>();

        Crowded() throws IOException {
            boolean full = false;
            while (!full) {
                SocketChannel next = SocketChannel.open();
                waiting.add(next);
                try {
                    next.socket().connect(new InetSocketAddress(nobodyAccepts.getInetAddress(), port()), 300);
                } catch (SocketTimeoutException dropped) {
                    full = true;
                }
            }
        }

        int port() {
            return nobodyAccepts.getLocalPort();
        }

        @Override
        public void close() throws IOException {
            for (SocketChannel one : waiting) {
                one.close();
            }
            nobodyAccepts.close();
        }
    }
}
