package org.laurel.programs.lti.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.ExpectedVersion;

class LtiDecisionTest {

    private static final Instant THEN = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-04-01T00:00:00Z");
    private static final LtiSubject SUBJECT = new LtiSubject(LtiKind.LIVE, new UUID(1, 2));
    private static final LtiConfiguration LAUNCHED =
            new LtiConfiguration(true, "zoom", new LtiLaunch("1.1", "https://tool.example.org/", false, false));
    private static final LtiConfiguration PLAIN = new LtiConfiguration(true, "zoom", null);

    @Test
    void keepsSecretsThatAreNotSpokenOf() {
        // Given
        StoredLti stored = new StoredLti(SUBJECT, PLAIN, true, true, 7, THEN, THEN);

        // When
        LtiDecision decision =
                LtiDecision.decide(stored, put(LAUNCHED, new Secret.Kept(), new Secret.Removed()), false, false);

        // Then
        assertThat(decision)
                .isEqualTo(new LtiDecision.Changed(new StoredLti(SUBJECT, LAUNCHED, true, false, 7, THEN, NOW), false));
    }

    @Test
    void encryptsNothingWithoutAKeyAndNothingThatIsNotLaunched() {
        // Given
        ReplaceLti launched = put(LAUNCHED, Secret.of("hush"), Secret.of(null));
        ReplaceLti plain = put(PLAIN, Secret.of("hush"), Secret.of("hush"));

        // When
        LtiDecision refused = LtiDecision.decide(null, launched, false, false);

        // Then
        assertThat(refused).isEqualTo(new LtiDecision.Unencryptable());
        assertThat(LtiDecision.decide(null, launched, false, true))
                .isEqualTo(new LtiDecision.Changed(new StoredLti(SUBJECT, LAUNCHED, true, false, 0, NOW, NOW), true));
        assertThat(LtiDecision.decide(null, plain, false, false))
                .isEqualTo(new LtiDecision.Changed(new StoredLti(SUBJECT, PLAIN, false, false, 0, NOW, NOW), true));
    }

    @Test
    void neverGoesBackInTime() {
        // Given
        StoredLti stored = new StoredLti(SUBJECT, PLAIN, false, false, 7, THEN, NOW.plusSeconds(5));

        // When
        LtiDecision decision =
                LtiDecision.decide(stored, put(LAUNCHED, new Secret.Kept(), new Secret.Kept()), true, true);

        // Then
        assertThat(decision)
                .isInstanceOfSatisfying(
                        LtiDecision.Changed.class,
                        changed -> assertThat(changed.after().modifiedAt()).isEqualTo(NOW.plusSeconds(5)));
    }

    @Test
    void noLogShowsASecret() {
        // When
        String logged = put(LAUNCHED, Secret.of("hush"), Secret.of("hush")).toString();

        // Then
        assertThat(logged).doesNotContain("hush");
    }

    @Test
    void anyProviderIsFitWhereNoneIsNamed() {
        // When
        var breaches = LtiRules.breaches(PLAIN, new Secret.Kept(), new Secret.Kept(), Set.of());

        // Then
        assertThat(breaches).isEmpty();
        assertThat(LtiRules.breaches(PLAIN, new Secret.Kept(), new Secret.Kept(), Set.of("b", "a")))
                .containsExactly(new LtiRules.Breach("provider_type", "must be one of [a, b]"));
    }

    private static ReplaceLti put(LtiConfiguration configuration, Secret key, Secret secret) {
        return new ReplaceLti(
                SUBJECT, configuration, key, secret, new ExpectedVersion.Whatever(), NOW, Cause.of("staff", "1"));
    }
}
