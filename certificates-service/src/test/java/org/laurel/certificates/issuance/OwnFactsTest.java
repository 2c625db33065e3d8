package org.laurel.certificates.issuance;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.laurel.certificates.Classroom;
import org.laurel.certificates.issuance.app.FactFolding;
import org.laurel.certificates.issuance.app.Folded;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.Fact;
import org.laurel.certificates.issuance.domain.Fact.Allowlisted.Entry;
import org.laurel.certificates.issuance.domain.FactCommand;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.FactOrder;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;

/** Whoever is served last comes last, although another replica's clock is ahead. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class OwnFactsTest {

    @Inject
    FactFolding folding;

    @Test
    void comesAfterWhatAReplicaWithAnEarlyClockTookIn() {
        // Given
        Classroom room = Classroom.open("own-order").enrolled("ada");
        CaseKey key = new CaseKey(new LearnerId(room.id("ada")), new CourseKey(room.course()));
        Instant ahead = Instant.now().plus(3, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.MICROS);
        FactOrder early = new FactOrder(ahead, FactOrder.NO_SEQUENCE, Fact.Allowlisted.KIND, "/certificates", "put");
        folding.apply(List.of(new FactCommand.TakeIn(
                key, new Fact.Allowlisted(early, Entry.ENABLED), null, Cause.of("staff", "put"))));

        // When
        Folded removed = folding.apply(List.of(new FactCommand.Happen(
                        key,
                        Fact.Allowlisted.KIND,
                        order -> new Fact.Allowlisted(order, Entry.REMOVED),
                        Cause.of("staff", "delete"))))
                .getFirst();

        // Then
        assertThat(removed.standing().allowlisted()).isFalse();
        assertThat(room.status("ada")).isEqualTo("unavailable");
        assertThat(Database.current()
                        .value("select max(occurred_at)::text from standing_fact where event_id = 'delete'"))
                .isEqualTo(Database.current()
                        .value("select (?::timestamptz + interval '1 microsecond')::text", ahead.toString()));
    }
}
