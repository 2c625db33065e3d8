package org.laurel.sample;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.laurel.kit.test.KafkaProbe;

@KitTest
class PatientWaitsTest {

    @Test
    void everyWaitIsAsPatientAsTheProbe() {
        // Given
        ConditionFactory tooLate = await().pollDelay(KafkaProbe.PATIENCE.plusSeconds(1));

        // When
        var waiting = assertThatThrownBy(() -> tooLate.until(() -> true));

        // Then
        waiting.isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Timeout (%d minutes)".formatted(KafkaProbe.PATIENCE.toMinutes()));
    }
}
