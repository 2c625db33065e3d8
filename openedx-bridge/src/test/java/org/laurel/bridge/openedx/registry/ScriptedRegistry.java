package org.laurel.bridge.openedx.registry;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.laurel.bridge.openedx.registry.ScriptedServer.Answer;

/** A client of a server that answers as told, hardly pausing between its tries. */
record ScriptedRegistry(ScriptedServer server, SchemaRegistry registry) implements AutoCloseable {

    /**
     * Starts both.
     *
     * @param now the client's time, which stands still until somebody moves it
     * @param patience with a call
     */
    static ScriptedRegistry answering(AtomicReference<Instant> now, Duration patience, Answer... answers)
            throws IOException {
        ScriptedServer server = ScriptedServer.answering(answers);
        RegistrySettings settings = new RegistrySettings(
                URI.create(server.url()),
                null,
                Duration.ofSeconds(1),
                3,
                Duration.ofMillis(5),
                Duration.ofSeconds(5),
                patience);
        InstantSource clock = () -> Objects.requireNonNull(now.get());
        return new ScriptedRegistry(server, new SchemaRegistry(settings, clock.withZone(ZoneOffset.UTC)));
    }

    @Override
    public void close() {
        registry.close();
        server.close();
    }
}
