package org.laurel.programs.throttle.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.kit.throttle.RequestLimit;
import org.laurel.kit.throttle.RequestLimit.Callers;

class ProgramsLimitsTest {

    private static final List<RequestLimit> LIMITS = new ProgramsLimits(15, 90, 14, false, 10).limits();
    private static final List<RequestLimit> FOR_ALL = new ProgramsLimits(15, 90, 14, true, 10).limits();

    @ParameterizedTest
    @CsvSource({
        "/api/v2/credentials, GET, 15",
        "/api/v2/credentials/, GET, 15",
        "/api/v2/credentials/, POST, ",
        "/api/v2/credentials/{credential_uuid}/, GET, ",
        "/api/v2/grades/, POST, ",
        "/records/programs/{program_uuid}/share, POST, 14",
        "/records/programs/5b9a0bdf9b2a4a4e8f4e9d3c2b1a0f6e/send/, POST, 14",
        "/records/programs/5b9a0bdf9b2a4a4e8f4e9d3c2b1a0f6e/share, DELETE, ",
        "/records/programs/shared/5b9a0bdf9b2a4a4e8f4e9d3c2b1a0f6e/csv, GET, ",
        "/api/v2/credentialsx, GET, ",
        "/api/v2/course_certificates/, POST, ",
        "/api/programs/v1/programs/5b9a0bdf9b2a4a4e8f4e9d3c2b1a0f6e, GET, "
    })
    void limitsLearnersWhereTheyMayAskAndNowhereElse(String path, String method, Long perMinute) {
        // When
        List<Long> found = perMinute(LIMITS, Callers.LEARNERS, method, path);

        // Then
        assertThat(found).isEqualTo(perMinute == null ? List.of() : List.of(perMinute));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v2/credentials, POST, 15",
        "/api/v2/credentials/{credential_uuid}/, PATCH, 15",
        "/api/v2/grades/, POST, 90",
        "/api/v2/grades/7/, PUT, 90",
        "/api/v2/gradesx, POST, ",
        "/api/v2/course_certificates/, POST, "
    })
    void limitsServiceClientsWhereTheDeploymentWantsIt(String path, String method, Long perMinute) {
        // When
        List<Long> found = perMinute(FOR_ALL, Callers.SERVICES, method, path);
        List<Long> unlimited = perMinute(LIMITS, Callers.SERVICES, method, path);

        // Then
        assertThat(found).isEqualTo(perMinute == null ? List.of() : List.of(perMinute));
        assertThat(unlimited).isEqualTo(perMinute == null ? List.of() : List.of(0L));
    }

    private static List<Long> perMinute(List<RequestLimit> limits, Callers callers, String method, String path) {
        return limits.stream()
                .filter(limit -> limit.callers() == callers && limit.covers(method, path))
                .map(RequestLimit::perMinute)
                .toList();
    }
}
