package org.laurel.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laurel.stack.postgres.DatabaseAccess;

class ServiceProcessTest {

    @Test
    void aRetirementWaitsForTheBridgeWhereItRuns(@TempDir Path data) {
        // Given
        List<LaurelService> services = new ArrayList<>(LaurelService.everywhere());
        services.add(LaurelService.BRIDGE);

        // When
        Map<String, String> environment =
                environment(StackConfig.isolated(data).withServices(services).withRegistry());

        // Then
        assertThat(environment)
                .containsEntry("LAUREL_RETIREMENT_SERVICES", "certificates,enrollment,programs,completion,bridge");
    }

    @Test
    void otherwiseForTheServicesThatItKnowsByItself(@TempDir Path data) {
        assertThat(environment(StackConfig.isolated(data))).doesNotContainKey("LAUREL_RETIREMENT_SERVICES");
    }

    private static Map<String, String> environment(StackConfig config) {
        DatabaseAccess database = new DatabaseAccess("jdbc:postgresql://127.0.0.1/enrollment", "enrollment", "secret");
        return new ServiceProcess(LaurelService.ENROLLMENT, "enrollment", 1, config, database, Path.of("public.pem"))
                .environment();
    }
}
