package org.laurel.stack.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.laurel.stack.LaurelService;

class RunStateTest {

    @Test
    void knowsTheServicesAmongItsPartsAlsoWhenItIsReadBack() throws IOException {
        // Given
        List<PartState> parts = Stream.of("PostgreSQL", "Kafka", "registry", "enrollment", "bridge", "reverse proxy")
                .map(name -> new PartState(name, 1, 0, 0, name + ".log"))
                .toList();
        ObjectMapper json = new ObjectMapper();

        // When
        RunState read = json.readValue(json.writeValueAsString(new RunState(1, 2, true, 3, 4, parts)), RunState.class);

        // Then
        assertThat(read.services()).containsExactly(LaurelService.ENROLLMENT, LaurelService.BRIDGE);
    }
}
