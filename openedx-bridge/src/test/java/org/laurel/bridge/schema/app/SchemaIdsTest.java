package org.laurel.bridge.schema.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.laurel.bridge.schema.SwitchableRegistry.steer;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import jakarta.inject.Inject;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.laurel.bridge.BridgeTest;
import org.laurel.bridge.openedx.event.CertificateData;
import org.laurel.bridge.openedx.event.OpenEdxEvent;
import org.laurel.bridge.openedx.event.OpenEdxEvents;
import org.laurel.bridge.openedx.registry.SchemaRegistry;
import org.laurel.bridge.schema.SwitchableRegistry;
import org.laurel.bridge.schema.db.SchemaTable;
import org.laurel.kit.sql.Failures;

/** Ids are asked for outside of transactions, kept before they are used, and outlive whatever befalls the registry. */
@BridgeTest
@QuarkusTestResource(value = SwitchableRegistry.class, restrictToAnnotatedClass = true)
class SchemaIdsTest {

    private static final OpenEdxEvent<CertificateData> TYPE = OpenEdxEvents.CERTIFICATE_CREATED;

    @Inject
    SchemaTable table;

    @Inject
    SchemaRegistry registry;

    @AfterEach
    void mend() {
        steer("/test/up");
    }

    @Test
    void anIdOutlivesTheTransactionThatWantedItAndARestartWithoutTheRegistry() {
        // Given
        Started before = start();
        Throwable awaited = catchThrowable(
                () -> QuarkusTransaction.requiringNew().run(() -> before.ids().of(TYPE, "kept")));
        assertThat(awaited).matches(Failures::isTransient);
        before.asking().ask();
        SchemaIds.Ids known = before.ids().of(TYPE, "kept");
        steer("/test/down");

        // When
        SchemaIds.Ids after = start().ids().of(TYPE, "kept");

        // Then
        assertThat(after).isEqualTo(known);
        assertThat(after.key()).isGreaterThan(5_000);
        assertThat(after.value()).isGreaterThan(5_000);
    }

    @Test
    void anIdThatOnlyOurTableKnowsIsAskedForAgain() {
        // Given
        keep("old", 77);
        Started started = start();
        assertThat(started.ids().of(TYPE, "old")).isEqualTo(new SchemaIds.Ids(77, 77));

        // When
        started.asking().ask();

        // Then
        assertThat(started.ids().of(TYPE, "old").value()).isGreaterThan(5_000);
        assertThat(start().ids().of(TYPE, "old")).isEqualTo(started.ids().of(TYPE, "old"));
        assertThat(started.ids().open()).isEmpty();
    }

    @Test
    void anIdThatWasTakenFromOurTableInAnOutageStaysAQuestion() {
        // Given
        keep("away", 78);
        Started started = start();
        steer("/test/down");
        started.ids().of(TYPE, "away");

        // When
        started.asking().ask();

        // Then
        assertThat(started.ids().of(TYPE, "away")).isEqualTo(new SchemaIds.Ids(78, 78));
        assertThat(started.ids().open()).hasSize(2);
    }

    @Test
    void aRefusedSchemaThatWasRegisteredBeforeIsWrittenWithItsId() {
        // Given
        keep("ruled", 79);
        Started started = start();
        steer("/test/refuse");
        started.ids().of(TYPE, "ruled");

        // When
        started.asking().ask();

        // Then
        assertThat(started.ids().of(TYPE, "ruled")).isEqualTo(new SchemaIds.Ids(79, 79));
    }

    @Test
    void aRefusedSchemaThatNobodyKnowsLetsTheWorkWaitAndSaysWhy() {
        // Given
        Started started = start();
        steer("/test/refuse");
        assertThatExceptionOfType(SchemaIdAwaited.class)
                .isThrownBy(() -> started.ids().of(TYPE, "forbidden"));

        // When
        started.asking().ask();

        // Then
        assertThatExceptionOfType(SchemaIdAwaited.class)
                .isThrownBy(() -> started.ids().of(TYPE, "forbidden"))
                .withMessageContaining("refuses the schema of subject forbidden-")
                .withMessageContaining("409")
                .matches(Failures::isTransient);
    }

    /** What a process of the bridge knows. */
    private record Started(SchemaIds ids, SchemaAsking asking) {}

    private Started start() {
        SchemaIds ids = new SchemaIds(table);
        return new Started(ids, new SchemaAsking(ids, registry, table, new RegistryAbsence(Clock.systemUTC())));
    }

    private void keep(String topic, int id) {
        OwnSchema value = OwnSchema.ofValue(TYPE, topic);
        OwnSchema key = OwnSchema.ofKey(TYPE, topic).orElseThrow();
        table.keepId(value.subject(), value.fingerprint(), id);
        table.keepId(key.subject(), key.fingerprint(), id);
    }
}
