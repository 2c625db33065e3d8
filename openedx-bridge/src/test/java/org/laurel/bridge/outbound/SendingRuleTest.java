package org.laurel.bridge.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.laurel.bridge.openedx.event.OpenEdxEvent;
import org.laurel.bridge.openedx.event.OpenEdxEvents;
import org.laurel.bridge.outbound.domain.Author;
import org.laurel.bridge.outbound.domain.SendingRule;
import org.laurel.bridge.translation.kafka.Mappings;
import org.laurel.kit.domain.Cause;

/** Nothing goes in a circle. */
class SendingRuleTest {

    private static final Cause THEIRS = new Cause("openedx/lms/web", null, "1", "1", "openedx");
    private static final Cause OURS = Cause.of("staff", "1");
    private static final Cause OF_ANOTHER_SITE = new Cause("openedx/lms/web", null, "1", "1", "other-site");

    @Test
    void whatTheSiteToldIsTheSitesAndAllElseIsLaurels() {
        // When
        SendingRule rule = new SendingRule("openedx", true);

        // Then
        assertThat(rule.author(THEIRS)).isEqualTo(Author.SITE);
        assertThat(rule.author(OURS)).isEqualTo(Author.LAUREL);
        assertThat(rule.author(OF_ANOTHER_SITE)).isEqualTo(Author.LAUREL);
    }

    @Test
    void anEnrollmentGoesBackToNobodyAndIsNotToldWhenItMay() {
        // When
        SendingRule rule = new SendingRule("openedx", true);

        // Then
        assertThat(rule.sendsEnrollment(Author.LAUREL, Author.LAUREL)).isTrue();
        assertThat(rule.sendsEnrollment(Author.LAUREL, Author.UNKNOWN)).isTrue();
        assertThat(rule.sendsEnrollment(Author.LAUREL, Author.SITE)).isFalse();
        assertThat(rule.sendsEnrollment(Author.SITE, Author.UNKNOWN)).isFalse();
        assertThat(rule.sendsEnrollment(Author.UNKNOWN, Author.UNKNOWN)).isFalse();
    }

    @Test
    void decisionsThatTheirFactsLedToAreWithheldOnlyOnRequest() {
        // When
        SendingRule strict = new SendingRule("openedx", false);

        // Then
        assertThat(strict.sendsDecision(Author.SITE)).isFalse();
        assertThat(strict.sendsDecision(Author.UNKNOWN)).isFalse();
        assertThat(strict.sendsDecision(Author.LAUREL)).isTrue();
        assertThat(new SendingRule("openedx", true).sendsDecision(Author.SITE)).isTrue();
    }

    /** Enrollments alone are both read and sent, and {@link #anEnrollmentGoesBackToNobodyAndIsNotToldWhenItMay}. */
    @Test
    void whatIsSentWhereverItCameFromHasNoWayInAgain() {
        // When
        Set<OpenEdxEvent<?>> both = new HashSet<>(Mappings.sent());
        both.retainAll(Mappings.in().stream().map(Mappings.In::event).collect(Collectors.toSet()));

        // Then
        assertThat(both)
                .isEqualTo(Set.of(
                        OpenEdxEvents.ENROLLMENT_CREATED,
                        OpenEdxEvents.ENROLLMENT_CHANGED,
                        OpenEdxEvents.UNENROLLMENT_COMPLETED));
    }
}
