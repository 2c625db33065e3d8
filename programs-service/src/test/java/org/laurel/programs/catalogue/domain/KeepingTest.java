package org.laurel.programs.catalogue.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.laurel.kit.domain.ExpectedVersion;
import org.laurel.programs.catalogue.domain.Keeping.Versioned;

/** Versions of organisations and pathways, and their end. */
class KeepingTest {

    private static final Instant THEN = Instant.parse("2026-02-03T04:00:00Z");
    private static final Instant NOW = THEN.plusSeconds(60);
    private static final ExpectedVersion ANY = new ExpectedVersion.Whatever();
    private static final Versioned STORED = new Versioned(4, THEN, THEN);

    @Test
    void somethingNewGoesOnCountingWhereADeletedOneEnded() {
        // When
        Keeping result = Keeping.decide(null, false, 6, ANY, NOW);

        // Then
        assertThat(result).isEqualTo(new Keeping.Created(7, NOW, NOW));
    }

    @Test
    void somethingElseIsTheNextVersion() {
        // When
        Keeping result = Keeping.decide(STORED, false, 4, new ExpectedVersion.OneOf(Set.of(4L)), NOW);

        // Then
        assertThat(result).isEqualTo(new Keeping.Replaced(5, THEN, NOW));
    }

    @Test
    void aChangeIsNeverBeforeTheLastOne() {
        // When
        Keeping result = Keeping.decide(STORED, false, 4, ANY, THEN.minusSeconds(9));

        // Then
        assertThat(result).isEqualTo(new Keeping.Replaced(5, THEN, THEN));
    }

    @Test
    void theSameIsNoChange() {
        // When
        Keeping result = Keeping.decide(STORED, true, 4, ANY, NOW);

        // Then
        assertThat(result).isEqualTo(new Keeping.Unchanged(4));
    }

    @Test
    void anUnexpectedVersionIsNotTouched() {
        // When
        Keeping stale = Keeping.decide(STORED, true, 4, new ExpectedVersion.OneOf(Set.of(3L)), NOW);
        Keeping absent = Keeping.decide(null, false, 0, new ExpectedVersion.Existing(), NOW);

        // Then
        assertThat(stale).isEqualTo(new Keeping.Outdated(4L));
        assertThat(absent).isEqualTo(new Keeping.Outdated(null));
    }

    @Test
    void onlyWhatIsThereAsExpectedAndNotUsedIsRemoved() {
        assertThat(Removal.decide(null, ANY, null)).isEqualTo(new Removal.Unknown());
        assertThat(Removal.decide(4L, new ExpectedVersion.OneOf(Set.of(3L)), "a program"))
                .isEqualTo(new Removal.Outdated(4));
        assertThat(Removal.decide(4L, ANY, "a program")).isEqualTo(new Removal.InUse("a program"));
        assertThat(Removal.decide(4L, new ExpectedVersion.Existing(), null)).isEqualTo(new Removal.Removed());
    }
}
