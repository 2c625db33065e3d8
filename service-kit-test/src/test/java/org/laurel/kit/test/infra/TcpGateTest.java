package org.laurel.kit.test.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TcpGateTest {

    private ServerSocket echo;
    private TcpGate gate;

    @BeforeEach
    void startEchoBehindGate() throws IOException {
        echo = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(this::echoAll);
        gate = new TcpGate(CompletableFuture.completedFuture(Address.local(echo.getLocalPort())));
    }

    @AfterEach
    void stop() throws IOException {
        gate.close();
        echo.close();
    }

    @Test
    void forwardsBothWays() throws IOException {
        // Given
        try (Socket client = connect()) {
            // When
            int answer = ask(client, 'x');

            // Then
            assertThat(answer).isEqualTo('x');
        }
    }

    @Test
    void endsOpenConnectionsWhenItIsCut() throws IOException {
        // Given
        try (Socket client = connect()) {
            assertThat(ask(client, 'x')).isEqualTo('x');

            // When
            gate.cut();

            // Then
            assertThatIOException().isThrownBy(() -> askUntilBroken(client));
        }
    }

    @Test
    void dropsNewConnectionsWhileItIsCut() throws IOException {
        // Given
        gate.cut();

        // When
        try (Socket client = connect()) {
            // Then
            assertThatIOException().isThrownBy(() -> askUntilBroken(client));
        }
    }

    @Test
    void letsNewConnectionsThroughAfterItIsRestored() throws IOException {
        // Given
        gate.cut();

        // When
        gate.restore();

        // Then
        try (Socket client = connect()) {
            assertThat(ask(client, 'y')).isEqualTo('y');
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(gate.address().host(), gate.address().port());
        socket.setSoTimeout(60_000);
        return socket;
    }

    private static int ask(Socket socket, int letter) throws IOException {
        socket.getOutputStream().write(letter);
        return socket.getInputStream().read();
    }

    private static void askUntilBroken(Socket socket) throws IOException {
        for (int i = 0; i < 100; i++) {
            if (ask(socket, 'z') < 0) {
                throw new IOException("end of stream");
            }
        }
    }

    private void echoAll() {
        while (!echo.isClosed()) {
            try {
                Socket client = echo.accept();
                Thread.startVirtualThread(() -> echo(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void echo(Socket client) {
        try (client) {
            client.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException ended) {
            // the client has gone
        }
    }
}
