package org.laurel.enrollment.entitlement.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.laurel.enrollment.entitlement.domain.EntitlementCommand.Amend;
import org.laurel.enrollment.entitlement.domain.EntitlementCommand.Grant;
import org.laurel.enrollment.entitlement.domain.EntitlementOutcome.Changed;
import org.laurel.enrollment.entitlement.domain.EntitlementOutcome.Refused;
import org.laurel.enrollment.entitlement.domain.EntitlementOutcome.Unchanged;
import org.laurel.enrollment.entitlement.domain.EntitlementTerms.Member;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;

class EntitlementRulesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final UUID FIRST = new UUID(0, 1);
    private static final UUID SECOND = new UUID(0, 2);
    private static final EntitlementKey KEY = new EntitlementKey(new LearnerId("42"), new UUID(7, 7));
    private static final CourseKey RUN = new CourseKey("course-v1:Test+Entitled+R1");
    private static final EntitlementTerms VERIFIED = new EntitlementTerms("verified", null, null, "EDX-1");
    private static final EntitlementTerms USED = new EntitlementTerms("verified", RUN, null, "EDX-1");
    private static final EntitlementTerms EXPIRED =
            new EntitlementTerms("verified", null, NOW.minusSeconds(9), "EDX-1");

    @Test
    void entitlesALearnerForTheFirstTime() {
        // Given
        Grant grant = grant(VERIFIED);

        // When
        EntitlementOutcome outcome = decide(grant, null);

        // Then
        assertThat(outcome).isEqualTo(new Changed(null, new Entitlement(SECOND, KEY, VERIFIED, NOW, 1, NOW)));
    }

    @Test
    void countsTheVersionOnFromAnExpiredEntitlement() {
        // Given
        Entitlement expired = entitlement(EXPIRED);

        // When
        EntitlementOutcome outcome = decide(grant(VERIFIED), expired);

        // Then
        Changed changed = (Changed) outcome;
        assertThat(changed.before()).isNull();
        assertThat(changed.after().id()).isEqualTo(SECOND);
        assertThat(changed.after().version()).isEqualTo(expired.version() + 1);
    }

    @Test
    void leavesAnActiveEntitlementThatGivesWhatIsAskedFor() {
        // Given
        Entitlement active = entitlement(USED);

        // When
        EntitlementOutcome outcome = decide(grant(new EntitlementTerms("verified", null, null, null)), active);

        // Then
        assertThat(outcome).isEqualTo(new Unchanged(active));
    }

    @Test
    void refusesASecondActiveEntitlementOnOtherTerms() {
        // Given
        Entitlement active = entitlement(VERIFIED);

        // When
        EntitlementOutcome outcome = decide(grant(new EntitlementTerms("professional", null, null, null)), active);

        // Then
        assertThat(outcome).isEqualTo(new Refused(EntitlementRefusal.ALREADY_ENTITLED));
    }

    @Test
    void refusesWhatIsUnknown() {
        // Given
        CourseKey elsewhere = new CourseKey("course-v1:Test+Elsewhere+R1");

        // When
        EntitlementOutcome run = decide(grant(new EntitlementTerms("verified", elsewhere, null, null)), null);

        // Then
        assertThat(run).isEqualTo(new Refused(EntitlementRefusal.COURSE_RUN_UNKNOWN));
        assertThat(decide(grant(new EntitlementTerms("gold", null, null, null)), null))
                .isEqualTo(new Refused(EntitlementRefusal.MODE_UNKNOWN));
        assertThat(EntitlementRules.decide(grant(VERIFIED), new EntitlementFacts(false, Set.of(), null)))
                .isEqualTo(new Refused(EntitlementRefusal.LEARNER_UNKNOWN));
    }

    @Test
    void usesAnEntitlementForAKnownCourseRunAndLeavesTheRest() {
        // Given
        Entitlement active = entitlement(VERIFIED);

        // When
        EntitlementOutcome outcome =
                decide(amend(FIRST, new EntitlementTerms("", RUN, null, null), Member.COURSE_KEY), active);

        // Then
        Changed changed = (Changed) outcome;
        assertThat(changed.after().terms()).isEqualTo(USED);
        assertThat(changed.after().version()).isEqualTo(active.version() + 1);
    }

    @Test
    void changesNothingByTheSameTerms() {
        // Given
        Entitlement used = entitlement(USED);

        // When
        EntitlementOutcome outcome = decide(amend(FIRST, USED, Member.values()), used);

        // Then
        assertThat(outcome).isEqualTo(new Unchanged(used));
    }

    @Test
    void endsAndRevivesAnEntitlement() {
        // Given
        Entitlement active = entitlement(VERIFIED);

        // When
        EntitlementOutcome ended = decide(amend(FIRST, EXPIRED, Member.EXPIRED_AT), active);

        // Then
        Entitlement expired = ((Changed) ended).after();
        assertThat(expired.terms().isActive()).isFalse();
        EntitlementOutcome revived = decide(amend(FIRST, VERIFIED, Member.EXPIRED_AT), expired);
        assertThat(((Changed) revived).after().terms()).isEqualTo(VERIFIED);
    }

    @Test
    void refusesAnEndThatLiesAhead() {
        // Given
        EntitlementTerms later = new EntitlementTerms("verified", null, NOW.plusSeconds(1), null);

        // When
        EntitlementOutcome outcome = decide(amend(FIRST, later, Member.EXPIRED_AT), entitlement(VERIFIED));

        // Then
        assertThat(outcome).isEqualTo(new Refused(EntitlementRefusal.EXPIRY_AHEAD));
    }

    @Test
    void usesNoExpiredEntitlement() {
        // Given
        Entitlement expired = entitlement(EXPIRED);

        // When
        EntitlementOutcome outcome = decide(amend(FIRST, USED, Member.COURSE_KEY), expired);

        // Then
        assertThat(outcome).isEqualTo(new Refused(EntitlementRefusal.EXPIRED));
    }

    @Test
    void changesTheNewestEntitlementOnly() {
        // Given
        Entitlement newest = entitlement(VERIFIED);

        // When
        EntitlementOutcome outcome = decide(amend(SECOND, USED, Member.COURSE_KEY), newest);

        // Then
        assertThat(outcome).isEqualTo(new Refused(EntitlementRefusal.SUPERSEDED));
    }

    @Test
    void letsTimeNeverRunBackwards() {
        // Given
        Entitlement ahead = new Entitlement(FIRST, KEY, VERIFIED, NOW, 3, NOW.plusSeconds(60));

        // When
        EntitlementOutcome outcome = decide(amend(FIRST, USED, Member.COURSE_KEY), ahead);

        // Then
        assertThat(((Changed) outcome).after().occurredAt()).isEqualTo(NOW.plusSeconds(60));
    }

    private static EntitlementOutcome decide(EntitlementCommand command, @Nullable Entitlement newest) {
        return EntitlementRules.decide(command, new EntitlementFacts(true, Set.of(RUN), newest));
    }

    private static Grant grant(EntitlementTerms terms) {
        return new Grant(SECOND, KEY, terms, NOW, Cause.of("staff", "request"));
    }

    private static Amend amend(UUID id, EntitlementTerms terms, Member... given) {
        return new Amend(id, KEY, terms, Set.of(given), NOW, Cause.of("staff", "request"));
    }

    private static Entitlement entitlement(EntitlementTerms terms) {
        return new Entitlement(FIRST, KEY, terms, NOW.minusSeconds(60), 3, NOW.minusSeconds(30));
    }
}
