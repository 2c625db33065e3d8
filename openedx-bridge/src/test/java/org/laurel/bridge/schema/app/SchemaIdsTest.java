package org.laurel.bridge.schema.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.laurel.bridge.schema.SwitchableRegistry.steer;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
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

    private static final Instant NOW = Instant.parse("2026-02-03T04:05:06Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);

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

    @Test
    void aRefusalHoldsThroughAnOutageUntilTheRegistryTakesTheSchema() {
        // Given
        Started started = start();
        steer("/test/refuse");
        assertThatExceptionOfType(SchemaIdAwaited.class)
                .isThrownBy(() -> started.ids().of(TYPE, "mended"));
        assertThat(new SchemaRefusals(started.ids()).concern(TYPE, "mended")).isFalse();
        started.asking().ask();
        steer("/test/down");
        started.asking().ask();
        assertThat(new SchemaRefusals(started.ids()).concern(TYPE, "mended")).isTrue();

        // When
        steer("/test/up");
        started.asking().ask();

        // Then
        assertThat(new SchemaRefusals(started.ids()).concern(TYPE, "mended")).isFalse();
        assertThat(started.ids().of(TYPE, "mended").value()).isGreaterThan(5_000);
    }

    @Test
    void aRegistryThatWasSetUpAnewIsWrittenForWithTheIdsThatItGivesNow() {
        // Given
        Started started = start();
        keep("anew", 80);
        started.ids().of(TYPE, "anew");
        started.asking().ask();
        SchemaIds.Ids before = started.ids().of(TYPE, "anew");
        steer("/test/anew");

        // When
        now.set(NOW.plus(SchemaIds.SETTLED_FOR));
        started.asking().ask();

        // Then
        SchemaIds.Ids after = started.ids().of(TYPE, "anew");
        assertThat(after.value()).isGreaterThan(before.value());
        assertThat(after.key()).isGreaterThan(before.key());
        assertThat(new LatestIds(started.ids()).of(TYPE, "anew", before, NOW)).isEqualTo(after);
        assertThat(start().ids().of(TYPE, "anew")).isEqualTo(after);
    }

    @Test
    void whatWasAppendedAfterTheRegistryWasAskedLastIsSentWithTheIdsThatWaitWithIt() {
        // Given another replica, which knows already that the registry was set up anew
        Started started = start();
        keep("replica", 81);
        started.ids().of(TYPE, "replica");
        started.asking().ask();

        // When
        SchemaIds.Ids sent =
                new LatestIds(started.ids()).of(TYPE, "replica", new SchemaIds.Ids(9_001, 9_002), NOW.plusSeconds(1));

        // Then
        assertThat(sent).isEqualTo(new SchemaIds.Ids(9_001, 9_002));
    }

    @Test
    void whatIsKnownFromAnAnswerIsNoOlderBecauseTheRegistryIsAwayNow() {
        // Given
        Started started = start();
        keep("gone", 82);
        started.ids().of(TYPE, "gone");
        started.asking().ask();
        SchemaIds.Ids told = started.ids().of(TYPE, "gone");
        steer("/test/down");
        now.set(NOW.plus(SchemaIds.SETTLED_FOR));
        started.asking().ask();

        // When
        SchemaIds.Ids sent =
                new LatestIds(started.ids()).of(TYPE, "gone", new SchemaIds.Ids(9_003, 9_004), NOW.minusSeconds(1));

        // Then
        assertThat(sent).isEqualTo(told);
    }

    @Test
    void whatWaitsWithoutIdsGetsThemOrIsNotSent() {
        // Given
        Started started = start();
        SchemaIds.Ids none = new SchemaIds.Ids(0, 0);
        assertThatExceptionOfType(SchemaIdAwaited.class)
                .isThrownBy(() -> new LatestIds(started.ids()).of(TYPE, "bare", none, NOW));

        // When
        started.asking().ask();

        // Then
        assertThat(new LatestIds(started.ids()).of(TYPE, "bare", none, NOW).value())
                .isGreaterThan(5_000);
    }

    @Test
    void operatorsSeeHowManyIdsAreAwaited() {
        // Given
        Started started = start();
        SimpleMeterRegistry metrics = new SimpleMeterRegistry();
        RegistryMetrics shown = new RegistryMetrics(new RegistryAbsence(Clock.systemUTC()), started.ids(), metrics);
        assertThatExceptionOfType(SchemaIdAwaited.class)
                .isThrownBy(() -> started.ids().of(TYPE, "shown"));
        shown.read();
        double before = awaited(metrics);

        // When
        started.asking().ask();
        shown.read();

        // Then
        assertThat(before).isEqualTo(2);
        assertThat(awaited(metrics)).isZero();
    }

    @Test
    void nobodyAwaitsIdsOfSchemasThatTheRegistryRefuses() {
        // Given
        Started started = start();
        steer("/test/refuse");
        assertThatExceptionOfType(SchemaIdAwaited.class)
                .isThrownBy(() -> started.ids().of(TYPE, "unheard"));

        // When
        started.asking().ask();

        // Then
        assertThat(started.ids().awaited()).isZero();
    }

    private static double awaited(SimpleMeterRegistry metrics) {
        return metrics.get("laurel.openedx.schema.ids.awaited").gauge().value();
    }

    /** What a process of the bridge knows. */
    private record Started(SchemaIds ids, SchemaAsking asking) {}

    private Started start() {
        InstantSource source = () -> Objects.requireNonNull(now.get());
        Clock clock = source.withZone(ZoneOffset.UTC);
        SchemaIds ids = new SchemaIds(table, clock);
        return new Started(ids, new SchemaAsking(ids, registry, table, new RegistryAbsence(clock), clock));
    }

    private void keep(String topic, int id) {
        OwnSchema value = OwnSchema.ofValue(TYPE, topic);
        OwnSchema key = OwnSchema.ofKey(TYPE, topic).orElseThrow();
        table.keepId(value.subject(), value.fingerprint(), id);
        table.keepId(key.subject(), key.fingerprint(), id);
    }
}
