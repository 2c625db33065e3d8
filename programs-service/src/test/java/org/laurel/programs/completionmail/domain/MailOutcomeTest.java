package org.laurel.programs.completionmail.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is mailed by which template. */
class MailOutcomeTest {

    private static final UUID PROGRAM = UUID.fromString("2b8f3a8e-6d5b-4b43-9a52-3c1f0e6c5d11");
    private static final String HEX = "2b8f3a8e6d5b4b439a523c1f0e6c5d11";

    @ParameterizedTest
    @CsvSource({
        "true, false, true, ada@example.org, POSTED",
        "false, false, true, ada@example.org, SWITCHED_OFF",
        "true, true, true, ada@example.org, PROGRAM_RETIRED",
        "true, false, , ada@example.org, NO_TEMPLATE",
        "true, false, false, ada@example.org, TEMPLATE_DISABLED",
        "true, false, true, '', NO_ADDRESS",
        "true, false, true, ' ', NO_ADDRESS",
        "false, true, , '', SWITCHED_OFF"
    })
    void tellsWhetherALearnerIsMailedAndWhyNot(
            boolean on, boolean retired, @Nullable Boolean enabled, String email, MailOutcome expected) {
        // Given
        MailTemplate template = enabled == null ? null : template("default", enabled);

        // When
        MailOutcome outcome = MailOutcome.decide(on, retired, template, email);

        // Then
        assertThat(outcome).isEqualTo(expected);
    }

    @Test
    void theFirstTemplateThatIsFoundHoldsEvenWhenItIsNotEnabled() {
        // Given
        List<String> order = List.of(PROGRAM.toString(), HEX, "micromasters", "default");
        Map<String, MailTemplate> templates = new HashMap<>();
        order.forEach(identifier -> templates.put(identifier, template(identifier, identifier.equals("default"))));

        for (String identifier : order) {
            // When
            MailTemplate held = Identifier.resolve(PROGRAM, "MicroMasters", templates);

            // Then
            assertThat(held).isEqualTo(templates.remove(identifier));
        }
        assertThat(Identifier.resolve(PROGRAM, "MicroMasters", templates)).isNull();
    }

    @Test
    void aProgramWithoutTypeIsLookedForByItsUuidAndTheDefault() {
        assertThat(Identifier.candidates(PROGRAM, "")).containsExactly(PROGRAM.toString(), HEX, "default");
    }

    private static MailTemplate template(String identifier, boolean enabled) {
        return new MailTemplate(identifier, null, "", "Well done.", enabled);
    }
}
