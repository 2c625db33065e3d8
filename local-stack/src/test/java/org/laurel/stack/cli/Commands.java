package org.laurel.stack.cli;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.laurel.stack.StackPaths;
import org.laurel.stack.console.Console;
import org.laurel.stack.console.Style;
import picocli.CommandLine;

/** The commands of {@code ./laurel} in this process, what they print, and a server in the place of a deployment. */
public final class Commands implements AutoCloseable {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final HttpServer server;
    private final CommandLine tree;

    /**
     * Commands that have printed nothing yet.
     *
     * @param data where the stack keeps what it knows of itself; nothing runs there
     * @param deployment answers every request
     */
    public Commands(Path data, HttpHandler deployment) throws IOException {
        Console console = new Console(stream(out), stream(err), new Style(false, true), false);
        tree = CommandTree.of(console, StackPaths.find().withData(data))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", deployment);
        server.start();
    }

    /** Runs one, and returns its exit code. */
    public int execute(String... words) {
        return tree.execute(words);
    }

    /** Where the server listens. */
    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** What was printed for programs. */
    public String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    /** What was printed for people. */
    public String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
