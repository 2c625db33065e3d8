package org.laurel.programs.credential.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a program's credential can be made now, whoever has earned it. Source: programs, decision 6, and the award task.
 *
 * @param enabled whether credentials are switched on
 * @param excepted whether the site settings except the program from certificates
 * @param configured whether the program has an active certificate configuration
 */
public record AwardTerms(boolean enabled, boolean excepted, boolean configured) {

    /** What stands in the way, null when nothing does. Of several the one that concerns most is named. */
    public @Nullable Obstacle obstacle() {
        if (!enabled) {
            return Obstacle.CREDENTIALS_DISABLED;
        }
        if (excepted) {
            return Obstacle.PROGRAM_EXCLUDED;
        }
        return configured ? null : Obstacle.NO_ACTIVE_CONFIGURATION;
    }

    /** What each rule says. */
    public List<RuleResult> trace() {
        return List.of(
                RuleResult.check(
                        "credentials_enabled",
                        enabled,
                        "Credentials are switched on.",
                        "Credentials are switched off; what is earned meanwhile waits.",
                        "Switching credentials on in the site settings."),
                RuleResult.check(
                        "program_certifies",
                        !excepted,
                        "The site settings do not except the program from certificates.",
                        "The site settings except the program from certificates; what is earned waits.",
                        "Taking the program off the list of programs without certificates."),
                RuleResult.check(
                        "certificate_configured",
                        configured,
                        "The program has an active certificate configuration.",
                        "The program has no active certificate configuration; what is earned waits.",
                        "An active certificate configuration of the program."));
    }
}
