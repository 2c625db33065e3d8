package org.laurel.certificates.issuance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.PlatformEvent;

/** One history, told in many orders over four topics, with repeats under the same and under other ids. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class ArrivalOrderTest {

    private static final int TELLINGS = 60;

    @Test
    void endsInTheSameCertificateWhateverArrivesFirst() {
        // Given
        Random random = new Random(20_260_203);
        List<Story> stories = IntStream.range(0, TELLINGS)
                .mapToObj(telling -> new Story("order" + telling))
                .toList();

        // When
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.certificates")) {
            for (Story story : stories) {
                List<PlatformEvent> telling = new ArrayList<>(history(story));
                telling.addAll(telling.subList(0, random.nextInt(telling.size())));
                telling.add(story.passing(true, "0.9", 40));
                Collections.shuffle(telling, random);
                probe.sendAll(telling);
            }
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(certificates())
                            .hasSize(TELLINGS)
                            .allSatisfy(row -> assertThat(row)
                                    .containsEntry("status", "downloadable")
                                    .containsEntry("grade", "0.9")
                                    .containsEntry("name", "Ada second")
                                    .containsEntry("modified", "2026-02-03 04:40:00")));
        }

        // Then
        assertThat(Database.current()
                        .query("select code from parked_event where convert_from(record_key, 'UTF8') similar to "
                                + "'(id-|course-v1:Org[+])order[0-9]+%'"))
                .isEmpty();
        assertThat(Database.current()
                        .query("select 1 from certificate_history h where h.learner_id like 'id-order%' and not exists "
                                + "(select 1 from certificate c "
                                + "where c.learner_id = h.learner_id and c.verify_uuid = h.verify_uuid)"))
                .isEmpty();
    }

    private static List<PlatformEvent> history(Story story) {
        return List.of(
                story.courseRun(1, 0, false),
                story.enrolled("audit", 1, 5, "Ada first"),
                story.enrolled("verified", 2, 10, "Ada first"),
                story.passing(true, "0.7", 15),
                story.courseRun(2, 20, true),
                story.passing(false, "0.3", 30),
                story.renamed("Ada second", 2, 35),
                story.passing(true, "0.9", 40));
    }

    private static List<Map<String, @Nullable Object>> certificates() {
        return Database.current()
                .query(
                        "select status, grade, name, to_char(modified_at at time zone 'utc', 'YYYY-MM-DD HH24:MI:SS') as modified "
                                + "from certificate where learner_id like 'id-order%'");
    }
}
