package org.laurel.programs.throttle.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.kit.throttle.RequestLimit;

class ProgramsLimitsTest {

    private static final List<RequestLimit> LIMITS = new ProgramsLimits(15, 14, 10).limits();

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
    void limitsWhatIsNamedAndNothingElse(String path, String method, Long perMinute) {
        // Given the limits
        // When
        List<Long> found = LIMITS.stream()
                .filter(limit -> limit.covers(method, path))
                .map(RequestLimit::perMinute)
                .toList();

        // Then
        assertThat(found).isEqualTo(perMinute == null ? List.of() : List.of(perMinute));
    }
}
