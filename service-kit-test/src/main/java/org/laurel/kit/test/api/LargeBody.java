package org.laurel.kit.test.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;

/** A request that announces a body larger than any service takes, and waits for consent before it would send it. */
final class LargeBody {

    private static final long BYTES = 1L << 40;
    private static final ObjectMapper JSON = new ObjectMapper();

    private LargeBody() {}

    /** The status of the answer and the {@code error_code} of its problem document. */
    static String problem(Operation operation, String path, String token) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path))
                .expectContinue(true)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", operation.mediaTypes().getFirst())
                .method(operation.method(), BodyPublishers.fromPublisher(new NothingYet(), BYTES))
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() + " "
                    + JSON.readTree(answer.body()).path("error_code").asText();
        } catch (IOException failure) {
            return failure.toString();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return interrupted.toString();
        }
    }

    /** A body of which not a byte is ever asked for. */
    private static final class NothingYet implements Flow.Publisher<ByteBuffer> {

        @Override
        public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
            throw new IllegalStateException("the service took the body");
        }
    }
}
