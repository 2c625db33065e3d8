package org.laurel.programs.credential.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.programs.credential.domain.Facts.at;
import static org.laurel.programs.credential.domain.Facts.awarded;
import static org.laurel.programs.credential.domain.Facts.key;
import static org.laurel.programs.credential.domain.Facts.revoked;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;

class RepairRuleTest {

    private static final RepairRule AWARDS = new RepairRule(true, false, at(9));
    private static final RepairRule REVOKES = new RepairRule(false, true, at(9));

    @Test
    void awardsOrRevokesOnlyWhenItMay() {
        // Given
        CourseChange award = change(null, awarded("verified", 1));
        CourseChange revocation = change(awarded("verified", 1), revoked("verified", 1));

        // When, then
        assertThat(AWARDS.allows(award)).isTrue();
        assertThat(AWARDS.allows(revocation)).isFalse();
        assertThat(REVOKES.allows(award)).isFalse();
        assertThat(REVOKES.allows(revocation)).isTrue();
    }

    @Test
    void anotherModeMayTakeAwayAndAnotherDateDoesNot() {
        // Given
        CourseChange mode = change(awarded("verified", 1), awarded("honor", 1));
        CourseChange date = change(awarded("verified", 1), awarded("verified", 2));

        // When, then
        assertThat(AWARDS.allows(mode)).isFalse();
        assertThat(REVOKES.allows(mode)).isTrue();
        assertThat(AWARDS.allows(date)).isTrue();
        assertThat(REVOKES.allows(date)).isFalse();
    }

    private static CourseChange change(@Nullable CourseStanding before, CourseStanding after) {
        CaseKey key = new CaseKey(new LearnerId("7"), key("A"));
        UUID uuid = UUID.randomUUID();
        return new CourseChange(
                before == null ? null : new CourseCredential(key, uuid, at(1), before, 1),
                new CourseCredential(key, uuid, at(1), after, 2),
                Cause.of("test", "1"));
    }
}
