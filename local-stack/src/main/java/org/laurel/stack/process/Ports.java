package org.laurel.stack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.stream.IntStream;
import org.laurel.stack.StackFailure;

/** Looks at TCP ports of the loopback interface. */
public final class Ports {
    private static final int CONNECT_MILLIS = 200;
    private static final int HIGHEST = 65_535;

    private Ports() {}

    /**
     * Makes sure that a part can listen on its port.
     *
     * @param option the option of {@code laurel up} that chooses another port
     * @throws StackFailure if another program listens there
     */
    public static void requireFree(int port, String part, String option) {
        if (!isFree(port)) {
            throw new StackFailure(
                    "Port " + port + " (" + part + ") is taken by another program.",
                    "Stop that program, or choose another port: ./laurel up " + option + " "
                            + Math.min(port + 100, HIGHEST));
        }
    }

    /** Whether a server could listen on the port now. */
    public static boolean isFree(int port) {
        if (answers(port)) {
            return false;
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(loopback(port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /** Whether something accepts connections on the port. */
    public static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(loopback(port), CONNECT_MILLIS);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }

    /** A port that nobody uses at the moment. */
    public static int free() {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(loopback(0));
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The first of {@code count} neighbouring ports that nobody uses at the moment. */
    public static int freeRow(int count) {
        return IntStream.generate(Ports::free)
                .limit(100)
                .filter(first -> first + count <= HIGHEST)
                .filter(first -> IntStream.range(first, first + count).allMatch(Ports::isFree))
                .findFirst()
                .orElseThrow(() -> new StackFailure(
                        "No " + count + " neighbouring ports are free.", "Choose them: --service-ports-from PORT."));
    }

    private static InetSocketAddress loopback(int port) {
        try {
            return new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
