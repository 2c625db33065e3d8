package org.laurel.kit.test.infra;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A local TCP port that forwards to a server, and that a test can cut to play a broken network: all connections end at once
 * and new ones are dropped as soon as they are made, until the gate is restored. The port stays bound while the gate is
 * cut, so that nobody else can take it. Thread-safe; threads end with the gate or the JVM.
 */
final class TcpGate implements Closeable {

    private final ServerSocket door;
    private final CompletableFuture<Address> target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    /**
     * Opens a gate on a free port.
     *
     * @param target where to forward to; connections made before it is known wait for it
     */
    TcpGate(CompletableFuture<Address> target) {
        this.target = target;
        try {
            this.door = new ServerSocket(0, 1024, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Thread.ofVirtual().name("gate-" + door.getLocalPort()).start(this::acceptAll);
    }

    /** Where clients connect to. */
    Address address() {
        return Address.local(door.getLocalPort());
    }

    /** Ends all connections and drops new ones. */
    void cut() {
        cut = true;
        open.forEach(TcpGate::reset);
    }

    /** Lets new connections through again; the ended ones stay ended. */
    void restore() {
        cut = false;
    }

    @Override
    public void close() throws IOException {
        door.close();
        open.forEach(TcpGate::reset);
    }

    private void acceptAll() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Thread.startVirtualThread(() -> connect(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket client) {
        Address address = target.join();
        try (client;
                Socket server = new Socket(address.host(), address.port())) {
            open.add(client);
            open.add(server);
            if (cut) {
                reset(client);
                return;
            }
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            Thread back = Thread.startVirtualThread(() -> pump(server, client));
            pump(client, server);
            back.join();
        } catch (IOException broken) {
            reset(client);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(client);
            open.removeIf(Socket::isClosed);
        }
    }

    private static void pump(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException broken) {
            reset(from);
            reset(to);
        }
    }

    /** Closes without the usual farewell, as a broken network does. */
    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException alreadyGone) {
            // nothing is left to end
        }
    }
}
