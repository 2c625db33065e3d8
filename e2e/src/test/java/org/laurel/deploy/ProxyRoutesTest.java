package org.laurel.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.laurel.stack.LaurelService;
import org.laurel.stack.proxy.RouteTable;

class ProxyRoutesTest {

    private static final String CONFIGURATION = "deploy/compose/nginx.conf";
    private static final RouteTable LOCAL_PROXY = RouteTable.read(Repository.file("deploy/routes.yaml"));
    private static final List<Route> ROUTES = Route.all();

    static Stream<String> targets() {
        Stream<String> known = ROUTES.stream()
                .flatMap(route -> Stream.of(
                        route.example("course-v1:Org%2BX%2B1", ""),
                        route.example("Org/Course/Run", "/a%2Fb"),
                        route.example("Org/Course", "/x"),
                        route.example("", "/"),
                        route.example("key", "x"),
                        route.example("key", "//x")));
        return Stream.concat(
                known, Stream.of("/", "/q/health", "/api", "/apiverify", "//api/certificates", "/courses/x"));
    }

    @Test
    void followsTheRouteFile() throws IOException {
        // Given
        List<Route> routes = ROUTES;

        // When
        List<String> lines = routes.stream()
                .map(route -> "\"~%s\" %s:%d;"
                        .formatted(
                                route.expression(),
                                route.service(),
                                DeployedService.named(route.service()).port()))
                .toList();

        // Then
        new GeneratedSection(CONFIGURATION, "routes").check(lines);
    }

    @ParameterizedTest
    @MethodSource("targets")
    void routesAsTheLocalProxyDoes(String path) {
        // Given
        Optional<String> local = LOCAL_PROXY.find(path).map(LaurelService::label);

        // When
        Optional<String> withQuery = route(path + "?page=1");

        // Then
        assertThat(withQuery).isEqualTo(local);
        assertThat(route(path)).isEqualTo(local);
    }

    @Test
    void forwardsTheRawPath() {
        // Given
        String configuration = Repository.text(CONFIGURATION);

        // When
        List<String> targets = Pattern.compile("proxy_pass ([^;]+);")
                .matcher(configuration)
                .results()
                .map(match -> match.group(1))
                .toList();

        // Then
        assertThat(targets).containsExactly("http://$service");
        assertThat(configuration).contains("merge_slashes off;");
    }

    @Test
    void answersWithAProblemDocumentWhateverItRefuses() {
        // Given
        String configuration = Repository.text(CONFIGURATION);

        // When
        Map<String, JsonNode> answers = Pattern.compile("location @(\\w+) \\{[^']*return \\d+ '([^']+)';")
                .matcher(configuration)
                .results()
                .collect(Collectors.toMap(
                        match -> match.group(1),
                        match -> Repository.documents(match.group(2)).getFirst()));

        // Then
        assertThat(answers).containsOnlyKeys("bad_request", "not_found", "body_too_large", "unavailable");
        answers.forEach((name, problem) -> {
            assertThat(configuration)
                    .containsPattern("error_page [ \\d]*%s[ \\d]* = @%s;"
                            .formatted(problem.path("status").asText(), name));
            assertThat(problem.path("detail").asText()).isNotBlank();
        });
        assertThat(Objects.requireNonNull(answers.get("body_too_large"))
                        .path("error_code")
                        .asText())
                .isEqualTo("body_too_large");
    }

    private static Optional<String> route(String target) {
        return ROUTES.stream()
                .filter(route ->
                        Pattern.compile(route.expression()).matcher(target).find())
                .map(Route::service)
                .findFirst();
    }
}
