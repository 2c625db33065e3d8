package org.laurel.enrollment.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurel.enrollment.Scene;
import org.laurel.enrollment.enrollment.http.EnrollmentResource;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;

/** What service clients do to enrollments leaves a line in the log, whatever the answer is. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class ServiceTrailTest {

    private final Scene scene = new Scene();
    private final Logger logger = Logger.getLogger(EnrollmentResource.class.getName());
    private final Lines lines = new Lines();

    @BeforeEach
    void listen() {
        logger.addHandler(lines);
    }

    @AfterEach
    void stopListening() {
        logger.removeHandler(lines);
    }

    @Test
    void everyAnswerToAServiceClientLeavesALine() {
        // Given
        scene.open("audit");
        scene.register("ada");

        // When
        scene.enrollAsService("ada", "").statusCode(200);
        scene.enrollAsService("ada", ", \"mode\": \"masters\"").statusCode(400);
        scene.enrollAsService("ada", ", \"cohort\": \"none\"").statusCode(400);
        scene.enrollAsService("nobody", "").statusCode(406);
        Scene.post(Tokens.service(), "{\"user\": \"%s\"}".formatted(scene.username("ada")))
                .statusCode(400);

        // Then
        String ada = "learner " + scene.id("ada") + " in ";
        assertThat(lines.about(scene.course(), ada)).hasSize(3);
        assertThat(lines.about(scene.course(), ada + scene.course() + ": 200")).hasSize(1);
        assertThat(lines.about(scene.course(), ada + scene.course() + ": 400")).hasSize(1);
        assertThat(lines.about(scene.course(), ": cohort_unknown")).hasSize(1);
        assertThat(lines.about(scene.course(), "learner (unknown) in ", ": learner_unknown"))
                .hasSize(1);
        assertThat(lines.about("learner (unknown) in (no course run): course_id_missing"))
                .isNotEmpty();
    }

    @Test
    void learnersLeaveNone() {
        // Given
        scene.open("audit");
        scene.register("ada");

        // When
        scene.enroll(scene.token("ada"), "").statusCode(200);

        // Then
        assertThat(lines.about(scene.course())).isEmpty();
    }

    private static final class Lines extends Handler {

        private final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord line) {
            Object[] parameters = line.getParameters();
            lines.add(parameters == null ? line.getMessage() : line.getMessage().formatted(parameters));
        }

        List<String> about(String... words) {
            return lines.stream()
                    .filter(line -> List.of(words).stream().allMatch(line::contains))
                    .toList();
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
