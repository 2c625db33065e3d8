package org.laurel.certificates;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.certificates.generation.Auditorium;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;

/** Whoever uploads too much is told what to do, on every path that takes files. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class LargeUploadsTest {

    private static final int LARGE = 17 * 1024 * 1024;
    private static final String PART = """
            --b\r
            Content-Disposition: form-data; name="file"; filename="list.csv"\r
            Content-Type: text/csv\r
            \r
            """;

    private final CourseKey course = Auditorium.course("large-uploads");

    @Inject
    Auditorium auditorium;

    @BeforeEach
    void tellOfTheRun() {
        auditorium.openAutomatic("large-uploads");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/certificates/v1/course-runs/{course}/allowlist:upload, body_too_large",
        "/api/instructor/v2/courses/{course}/certificates/exceptions/bulk, body_too_large",
        "/api/certificates/v1/template-assets, body_too_large",
        "/api/certificates/v1/imports, part_too_large"
    })
    void areToldWhatToDo(String path, String code) throws IOException, InterruptedException {
        // Given
        String address = path.replace("{course}", course.value());

        // When
        HttpResponse<String> answer = post(address, BodyPublishers.ofByteArray(form()));

        // Then
        assertProblem(answer);
        assertThat(JsonPath.from(answer.body()).getString("error_code")).isEqualTo(code);
        assertThat(JsonPath.from(answer.body()).getString("instance")).isEqualTo(address);
    }

    /** Such bodies meet the server's own limit, since forms are read past the filters. */
    @ParameterizedTest
    @CsvSource({"/api/certificates/v1/course-runs/{course}/allowlist:upload", "/api/certificates/v1/template-assets"})
    void areToldEvenWhenTheyDoNotSayHowLargeTheyAre(String path) throws IOException, InterruptedException {
        // Given
        byte[] form = form();

        // When
        HttpResponse<String> answer = post(
                path.replace("{course}", course.value()),
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(form)));

        // Then
        assertProblem(answer);
    }

    private static void assertProblem(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(JsonPath.from(answer.body()).getString("detail")).contains("parts");
    }

    private static HttpResponse<String> post(String address, BodyPublisher body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + address))
                .header("Authorization", "Bearer " + Tokens.staff())
                .header("Content-Type", "multipart/form-data; boundary=b")
                .version(HttpClient.Version.HTTP_1_1)
                .POST(body)
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }

    private static byte[] form() {
        ByteArrayOutputStream form = new ByteArrayOutputStream(LARGE + 1024);
        form.writeBytes(PART.getBytes(US_ASCII));
        form.writeBytes(new byte[LARGE]);
        form.writeBytes("\r\n--b--\r\n".getBytes(US_ASCII));
        return form.toByteArray();
    }
}
