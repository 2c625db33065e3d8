package org.laurel.stack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.laurel.stack.StackFailure;

/** Looks at TCP ports of the loopback interface. */
public final class Ports {
    private static final int CONNECT_MILLIS = 200;
    private static final int HIGHEST = 65_535;
    // Whoever asks for a free port binds it only a while later. Systems give higher ports than these to outgoing
    // connections.
    private static final int FIRST_FREE = 20_000;
    private static final int LAST_FREE = 29_000;
    private static final int ATTEMPTS = 1_000;
    private static final Set<Integer> GIVEN = new HashSet<>();

    private Ports() {}

    /**
     * Makes sure that a part can listen on its port.
     *
     * @param option the option of {@code laurel up} that chooses another port
     * @throws StackFailure if another program listens there
     */
    public static void requireFree(int port, String part, String option) {
        keep(port);
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

    /** A port that nobody uses at the moment and that was not given to anybody in this process before. */
    public static int free() {
        return freeRow(1);
    }

    /** The first of {@code count} such ports that are neighbours. */
    public static int freeRow(int count) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int first = ThreadLocalRandom.current().nextInt(FIRST_FREE, LAST_FREE);
            if (give(first, count)) {
                return first;
            }
        }
        throw new StackFailure(
                "No " + count + " ports in a row from " + FIRST_FREE + " to " + LAST_FREE + " are free.",
                "Stop programs that listen there.");
    }

    /** Gives the port to nobody else, although its part listens only later. */
    private static synchronized void keep(int port) {
        GIVEN.add(port);
    }

    private static synchronized boolean give(int first, int count) {
        List<Integer> row = IntStream.range(first, first + count).boxed().toList();
        return row.stream().allMatch(port -> !GIVEN.contains(port) && isFree(port)) && GIVEN.addAll(row);
    }

    private static InetSocketAddress loopback(int port) {
        try {
            return new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
