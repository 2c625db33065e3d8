package org.laurel.stack.proxy;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.HttpProxy;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.laurel.stack.LaurelService;
import org.laurel.stack.Part;
import org.laurel.stack.StackFailure;
import org.laurel.stack.StackPaths;
import org.laurel.stack.StackPorts;

/**
 * One origin for all services, as an ingress would be. Requests are forwarded as they came: nothing in a path is decoded
 * or merged, so keys with encoded slashes arrive unharmed.
 */
public final class ReverseProxy implements Part {
    private static final int LONGEST_REQUEST_LINE = 16 * 1024;

    private final RouteTable routes;
    private final StackPorts ports;
    private final Path log;
    private volatile @Nullable Vertx vertx;

    private ReverseProxy(RouteTable routes, StackPorts ports, Path log) {
        this.routes = routes;
        this.ports = ports;
        this.log = log;
    }

    /** The proxy of a stack; it does not listen yet. */
    public static ReverseProxy of(StackPaths paths, StackPorts ports) {
        return new ReverseProxy(RouteTable.read(paths.routeFile()), ports, paths.log("stack"));
    }

    @Override
    public String name() {
        return "reverse proxy";
    }

    @Override
    public int port() {
        return ports.http();
    }

    @Override
    public String portOption() {
        return "--http-port";
    }

    @Override
    public void start() {
        Vertx started = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(2)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
        vertx = started;
        Map<LaurelService, HttpProxy> upstreams = new EnumMap<>(LaurelService.class);
        for (LaurelService service : LaurelService.values()) {
            upstreams.put(service, Upstream.proxy(started, service.label(), ports.of(service)));
        }
        HttpServer server = started.createHttpServer(new HttpServerOptions()
                        .setHost("127.0.0.1")
                        .setPort(ports.http())
                        .setMaxInitialLineLength(LONGEST_REQUEST_LINE)
                        .setMaxHeaderSize(LONGEST_REQUEST_LINE))
                .requestHandler(request -> forward(request, upstreams));
        try {
            server.listen().toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException failure) {
            throw new StackFailure(
                    "The reverse proxy cannot listen on port " + ports.http() + ".",
                    "Choose another port: ./laurel up --http-port PORT",
                    failure);
        }
    }

    @Override
    public void stop() {
        Vertx running = vertx;
        if (running != null) {
            running.close().toCompletionStage().toCompletableFuture().join();
            vertx = null;
        }
    }

    @Override
    public Optional<ProcessHandle> process() {
        return Optional.ofNullable(vertx).map(running -> ProcessHandle.current());
    }

    @Override
    public Path log() {
        return log;
    }

    private void forward(HttpServerRequest request, Map<LaurelService, HttpProxy> upstreams) {
        String path = Optional.ofNullable(request.path()).orElse("");
        if (RawPath.hasDotSegments(path)) {
            refuse(request, Problem.dotSegments(), path);
            return;
        }
        routes.find(path)
                .map(upstreams::get)
                .ifPresentOrElse(
                        upstream -> upstream.handle(request), () -> refuse(request, Problem.noSuchPath(path), path));
    }

    private static void refuse(HttpServerRequest request, Problem problem, String path) {
        request.response()
                .setStatusCode(problem.status())
                .putHeader("content-type", Problem.CONTENT_TYPE)
                .end(problem.body(path));
    }
}
