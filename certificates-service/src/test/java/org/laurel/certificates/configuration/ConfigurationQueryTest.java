package org.laurel.certificates.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.laurel.certificates.configuration.app.ConfigurationReplacement;
import org.laurel.certificates.configuration.db.ConfigurationQuery;
import org.laurel.certificates.configuration.domain.CertificateText;
import org.laurel.certificates.configuration.domain.CourseConfiguration;
import org.laurel.certificates.configuration.domain.ReplaceConfiguration;
import org.laurel.certificates.configuration.domain.ReplacementDecision;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.ExpectedVersion;
import org.laurel.kit.test.LaurelInfrastructure;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class ConfigurationQueryTest {

    private static final Instant NOW = Instant.parse("2026-02-03T04:05:06Z");

    private final ConfigurationReplacement replacement;
    private final ConfigurationQuery query;

    ConfigurationQueryTest(ConfigurationReplacement replacement, ConfigurationQuery query) {
        this.replacement = replacement;
        this.query = query;
    }

    @Test
    void tellsOfManyRunsWhichHaveAnActiveText() {
        // Given
        CourseKey active = new CourseKey("course-v1:ConfQ+Active+1");
        CourseKey withdrawn = new CourseKey("course-v1:ConfQ+Withdrawn+1");
        CourseKey unknown = new CourseKey("course-v1:ConfQ+Unknown+1");
        replacement.apply(List.of(replace(active, true), replace(withdrawn, true), replace(withdrawn, false)));

        // When
        Map<CourseKey, Long> found = query.activeVersions(List.of(active, withdrawn, unknown));

        // Then
        assertThat(found).containsOnly(Map.entry(active, 1L));
        assertThat(query.withoutActive(List.of(active, withdrawn, unknown))).containsExactly(withdrawn);
        assertThat(query.at(withdrawn, 1)).isPresent();
        assertThat(query.current(List.of(active, withdrawn, unknown)).get(withdrawn))
                .satisfies(version -> assertThat(version.version()).isEqualTo(2));
    }

    @Test
    void commandsAboutOneRunFollowOneAnother() {
        // Given
        CourseKey run = new CourseKey("course-v1:ConfQ+Batch+1");

        // When
        List<ReplacementDecision> decisions =
                replacement.apply(List.of(replace(run, true), replace(run, true), replace(run, false)));

        // Then
        assertThat(decisions)
                .extracting(decision -> decision.getClass().getSimpleName())
                .containsExactly("Changed", "Unchanged", "Changed");
    }

    private static ReplaceConfiguration replace(CourseKey run, boolean active) {
        CertificateText text = new CertificateText(1, "Text", "", "", active, 1, List.of());
        return new ReplaceConfiguration(
                run,
                new CourseConfiguration(List.of(text), Map.of(), null, null),
                new ExpectedVersion.Whatever(),
                NOW,
                Cause.of("test", "test"));
    }
}
