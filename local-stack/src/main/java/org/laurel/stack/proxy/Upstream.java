package org.laurel.stack.proxy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;

/**
 * The way from the proxy to one service. It connects before it forwards, so that a service that is down is answered for
 * with a problem document instead of an empty 502; so is one that ends the connection before it has answered.
 */
final class Upstream implements ProxyInterceptor {
    private static final String CONNECTED = "connected";
    private static final int CONNECT_MILLIS = 3_000;
    private static final int MOST_CONNECTIONS = 128;

    private final String service;
    private final HttpClient client;

    private Upstream(String service, HttpClient client) {
        this.service = service;
        this.client = client;
    }

    static HttpProxy proxy(Vertx vertx, String service, int port) {
        HttpClient client = vertx.createHttpClient(new HttpClientOptions()
                .setDefaultHost("127.0.0.1")
                .setDefaultPort(port)
                .setConnectTimeout(CONNECT_MILLIS)
                .setMaxPoolSize(MOST_CONNECTIONS));
        return HttpProxy.reverseProxy(client)
                .origin(context -> Future.succeededFuture(context.get(CONNECTED, HttpClientRequest.class)))
                .addInterceptor(new Upstream(service, client));
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        return client.request(new RequestOptions()).transform(connection -> {
            if (connection.failed()) {
                return Future.succeededFuture(unavailable(context));
            }
            context.set(CONNECTED, connection.result());
            return context.sendRequest().otherwise(lost -> unavailable(context));
        });
    }

    private ProxyResponse unavailable(ProxyContext context) {
        Problem problem = Problem.serviceDown(service);
        String path = context.request().proxiedRequest().path();
        return context.request()
                .release()
                .response()
                .setStatusCode(problem.status())
                .putHeader("content-type", Problem.CONTENT_TYPE)
                .putHeader("retry-after", "5")
                .setBody(Body.body(problem.body(path)));
    }
}
