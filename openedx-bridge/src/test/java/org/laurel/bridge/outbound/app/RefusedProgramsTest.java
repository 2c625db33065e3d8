package org.laurel.bridge.outbound.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.laurel.bridge.Bus.at;
import static org.laurel.bridge.schema.SwitchableRegistry.steer;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.laurel.bridge.BridgeTest;
import org.laurel.bridge.Listener;
import org.laurel.bridge.Listener.Heard;
import org.laurel.bridge.openedx.event.OpenEdxEvents;
import org.laurel.bridge.openedx.event.ProgramCertificateData;
import org.laurel.bridge.openedx.event.UserPersonalData;
import org.laurel.bridge.outbound.Decisions;
import org.laurel.bridge.outbound.domain.Subject;
import org.laurel.bridge.schema.SwitchableRegistry;
import org.laurel.bridge.schema.app.SchemaRefusals;
import org.laurel.bridge.topic.app.TopicChoice;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.PlatformEvent;

/** The registry does not let the bridge write credentials of programs: of a learner who is known, and of one who is retired then. */
@BridgeTest
@QuarkusTestResource(
        value = SwitchableRegistry.class,
        restrictToAnnotatedClass = true,
        initArgs = @ResourceArg(name = "refuse", value = "true"))
class RefusedProgramsTest {

    /** A registry that refuses is asked again each half minute only. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Inject
    TopicChoice topics;

    @Inject
    SchemaRefusals refusals;

    @Inject
    OverdueSending overdue;

    @Test
    void whatWaitsIsSentInItsOrderWhenTheRegistryGivesIn() {
        try (KafkaProbe probe = KafkaProbe.fromNow();
                Listener site = new Listener("learning-program-certificate-lifecycle")) {
            // Given
            ToldKinds kinds = new ToldKinds(topics, refusals, new SimpleMeterRegistry());
            await().atMost(PATIENCE).until(() -> kinds.isRefused(Subject.Kind.PROGRAM));
            String met = probe.send(Decisions.learner("6202", 1));
            await().atMost(PATIENCE).until(() -> isTaken(met));
            String awarded = probe.send(Decisions.program("awarded", "6202", 1));
            String takenBack = probe.send(Decisions.program("revoked", "6202", 2));
            keepAward();
            String revoked = probe.send(Decisions.program("revoked", "6201", 2));
            String retired =
                    probe.send(PlatformEvent.of("org.laurel.learner.retired.v1", "6201", """
                {"learner_id": "6201", "occurred_at": "%s"}""".formatted(at(2))));
            await().atMost(KafkaProbe.PATIENCE)
                    .until(() -> List.of(awarded, takenBack, revoked, retired).stream()
                            .allMatch(RefusedProgramsTest::isTaken));
            assertThat(waiting("6201")).isEqualTo(2);
            assertThat(waiting("6202")).isEqualTo(2);

            // When
            steer("/test/up");
            await().atMost(PATIENCE).until(() -> kinds.isTold(Subject.Kind.PROGRAM));
            overdue.apply();

            // Then
            List<String> inOrder = List.of(
                    OpenEdxEvents.PROGRAM_CERTIFICATE_AWARDED.type(), OpenEdxEvents.PROGRAM_CERTIFICATE_REVOKED.type());
            assertThat(site.await(6202, 2)).extracting(Heard::type).isEqualTo(inOrder);
            List<Heard> heard = site.await(6201, 2);
            assertThat(heard).extracting(Heard::type).isEqualTo(inOrder);
            assertThat(heard)
                    .allSatisfy(told -> assertThat(((ProgramCertificateData) told.data())
                                    .user()
                                    .pii())
                            .isEqualTo(new UserPersonalData("6201", "", "")));
        }
    }

    private static long waiting(String learner) {
        return Database.current().number("select count(*) from waiting_program where learner_id = ?", learner);
    }

    private static void keepAward() {
        Database.current().execute("""
            insert into waiting_program (learner_id, credential_uuid, is_awarded, version, program_uuid, program_title,
                                         program_type, told_at, cause_by, cause_id, correlation_id)
            values ('6201', '66666666-7777-4888-9999-000000006201', true, 1, '11111111-2222-4333-8444-555555555555',
                    'Data', 'micromasters', '2026-02-03T04:05:06Z', 'test', '1', '1')
            """);
    }

    private static boolean isTaken(String event) {
        return !Database.current()
                .query("select 1 from inbox where event_id = ?", event)
                .isEmpty();
    }
}
