package org.laurel.stack.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.stack.LaurelService;
import org.laurel.stack.StackFailure;
import org.laurel.stack.StackPaths;

class RouteTableTest {
    private final RouteTable routes = RouteTable.read(StackPaths.find().routeFile());

    @ParameterizedTest
    @CsvSource({
        "/api/certificates/v0/certificates/ada/courses/course-v1:Org+C1+2026/, CERTIFICATES",
        "/certificates/0a1b, CERTIFICATES",
        "/verify, CERTIFICATES",
        "/.well-known/jwks.json, CERTIFICATES",
        "/courses/course-v1:Org+C1+2026/instructor/api/add_users, CERTIFICATES",
        "/courses/course-v1%3AOrg%2BC1%2B2026/generate_user_cert, CERTIFICATES",
        "/courses/Org/Course/Run/generate_user_cert, CERTIFICATES",
        "/api/enrollment/v1/enrollment/ada%2Fbob, ENROLLMENT",
        "/api/v2/programs/, PROGRAMS",
        "/records/programs/1, PROGRAMS",
        "/api/completion/v1/course/Org//Course/, COMPLETION"
    })
    void findsTheServiceOfAPath(String path, LaurelService expected) {
        // Given the committed route table

        // When
        Optional<LaurelService> found = routes.find(path);

        // Then
        assertThat(found).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "",
                "/q/metrics",
                "/verifying",
                "/api",
                "/api//certificates",
                "//api/certificates",
                "/api%2Fcertificates",
                "/API/certificates",
                "/courses/Org/Course/generate_user_cert",
                "/courses//generate_user_cert",
                "/courses/Org/Course/Run"
            })
    void findsNothingWhereNoPrefixMatches(String path) {
        // Given the committed route table

        // When
        Optional<LaurelService> found = routes.find(path);

        // Then
        assertThat(found).isEmpty();
    }

    @Test
    void prefersTheLongestPrefix(@TempDir Path folder) throws IOException {
        // Given
        RouteTable table = RouteTable.read(Files.writeString(folder.resolve("routes.yaml"), """
                routes:
                  - service: programs
                    prefixes: [/api]
                  - service: completion
                    prefixes: [/api/completion]
                """));

        // When
        Optional<LaurelService> found = table.find("/api/completion/v1");

        // Then
        assertThat(found).contains(LaurelService.COMPLETION);
    }

    @Test
    void refusesAFileThatNamesAnUnknownService(@TempDir Path folder) throws IOException {
        // Given
        Path file = Files.writeString(folder.resolve("routes.yaml"), "routes: [{service: shop, prefixes: [/shop]}]");

        // When Then
        assertThatThrownBy(() -> RouteTable.read(file))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("shop");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/certificates/../q", "/api/%2e%2E/q", "/./api", "/api/.%2e"})
    void recognisesPathsThatClimbOutOfTheirPrefix(String path) {
        // Given a path that a service would resolve

        // When
        boolean climbs = RawPath.hasDotSegments(path);

        // Then
        assertThat(climbs).isTrue();
    }
}
