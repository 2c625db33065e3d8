package org.laurel.enrollment.retirement.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetirementStatesTest {

    private static final RetirementStates STATES =
            new RetirementStates(List.of("PENDING", "RETIRING_LMS", "LMS_COMPLETE", "ERRORED", "ABORTED", "COMPLETE"));

    @ParameterizedTest
    @CsvSource({
        "PENDING, RETIRING_LMS, true",
        "PENDING, LMS_COMPLETE, true",
        "RETIRING_LMS, LMS_COMPLETE, true",
        "PENDING, ABORTED, true",
        "RETIRING_LMS, ERRORED, true",
        "LMS_COMPLETE, COMPLETE, true",
        "PENDING, PENDING, false",
        "LMS_COMPLETE, RETIRING_LMS, false",
        "RETIRING_LMS, PENDING, false",
        "ERRORED, COMPLETE, false",
        "ABORTED, RETIRING_LMS, false",
        "COMPLETE, COMPLETE, false",
        "PENDING, NEVER_HEARD_OF, false"
    })
    void statesOnlyGoForwardAndNeverOutOfADeadEnd(String from, String to, boolean allowed) {
        // When
        String objection = STATES.objection(from, to);

        // Then
        assertThat(objection == null).isEqualTo(allowed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "RETIRING_LMS,PENDING,ERRORED,ABORTED,COMPLETE",
                "PENDING,ERRORED,COMPLETE",
                "PENDING,PENDING,ERRORED,ABORTED,COMPLETE"
            })
    void aListWithoutBeginningOrEndIsRefused(String names) {
        assertThatIllegalArgumentException().isThrownBy(() -> new RetirementStates(List.of(names.split(",", -1))));
    }

    @Test
    void theWorkEndsInTheLastStateThatIsNoDeadEnd() {
        assertThat(STATES.worked()).isEqualTo("LMS_COMPLETE");
        assertThat(STATES.order("LMS_COMPLETE")).isEqualTo(3);
    }
}
