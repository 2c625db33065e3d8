package org.laurel.stack.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.laurel.stack.Part;
import org.laurel.stack.StackPaths;

/** A real PostgreSQL server whose data survives restarts. All settings that protect data stay on. */
public final class PostgresServer implements Part {
    private final Path data;
    private final Path log;
    private final int port;
    private final SecretStore secrets;
    private final PostgresCommand command;

    public PostgresServer(StackPaths paths, int port, SecretStore secrets) {
        this.data = paths.postgres();
        this.log = paths.log(name());
        this.port = port;
        this.secrets = secrets;
        this.command = new PostgresCommand(new PostgresBinaries(paths.cache()), log);
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String portOption() {
        return "--postgres-port";
    }

    @Override
    public void start() {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            if (!Files.exists(data.resolve("PG_VERSION"))) {
                initialise();
            }
            Files.writeString(data.resolve("laurel.conf"), settings());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        command.run("pg_ctl", List.of("start", "-D", data.toString(), "-l", log.toString(), "-w", "-s", "-t", "60"));
        new ServiceDatabases(port, secrets).create();
    }

    @Override
    public void stop() {
        if (process().isPresent()) {
            command.run("pg_ctl", List.of("stop", "-D", data.toString(), "-m", "fast", "-w", "-s", "-t", "60"));
        }
    }

    @Override
    public Optional<ProcessHandle> process() {
        Path pidFile = data.resolve("postmaster.pid");
        try {
            return Files.exists(pidFile)
                    ? ProcessHandle.of(Long.parseLong(
                            Files.readAllLines(pidFile).getFirst().strip()))
                    : Optional.empty();
        } catch (IOException | NumberFormatException beingWritten) {
            return Optional.empty();
        }
    }

    @Override
    public Path log() {
        return log;
    }

    private void initialise() throws IOException {
        secrets.password(ServiceDatabases.SUPERUSER);
        command.run(
                "initdb",
                List.of(
                        "--pgdata=" + data,
                        "--username=" + ServiceDatabases.SUPERUSER,
                        "--pwfile=" + secrets.file(ServiceDatabases.SUPERUSER),
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--data-checksums"));
        Files.writeString(
                data.resolve("postgresql.conf"), "\ninclude_if_exists = 'laurel.conf'\n", StandardOpenOption.APPEND);
    }

    private String settings() {
        return """
            listen_addresses = '127.0.0.1'
            port = %d
            unix_socket_directories = ''
            max_connections = 120
            shared_buffers = 64MB
            max_wal_size = 512MB
            wal_compression = on
            log_min_messages = warning
            log_line_prefix = '%%m [%%p] %%q%%u@%%d '
            """.formatted(port);
    }
}
