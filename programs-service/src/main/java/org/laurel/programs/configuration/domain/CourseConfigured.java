package org.laurel.programs.configuration.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What becomes of a change of a course run's certificate configuration. */
public sealed interface CourseConfigured {

    /**
     * The configuration as it is now.
     *
     * @param before null when it is new
     * @param runVersion counts the changes of all configurations of the run
     */
    record Saved(@Nullable CourseCertificate before, CourseCertificate after, long runVersion)
            implements CourseConfigured {

        /** Whether there is anything to keep. */
        public boolean changes() {
            return !after.equals(before);
        }

        /** Whether another date counts, or one that counted may count no more. */
        public boolean redates() {
            return changes()
                    && (before == null || !before.dated().equals(after.dated()) || before.type() != after.type());
        }
    }

    /** The run has no configuration. */
    record NotConfigured() implements CourseConfigured {}

    /** Another version of the run's configurations holds than was expected. */
    record Outdated() implements CourseConfigured {}

    /**
     * Decides. Source: programs, course certificates.
     *
     * @param newId the id of a configuration that has none yet
     */
    static CourseConfigured decide(ConfigureCourse command, CourseCertificates stored, long newId) {
        if (!command.expected().isMetBy(stored.version())) {
            return new Outdated();
        }
        Optional<CourseCertificate> meant = Optional.ofNullable(command.type()).flatMap(stored::ofType);
        CourseCertificate before =
                meant.orElse(command.upsert() ? null : stored.main().orElse(null));
        if (before == null && (!command.upsert() || command.type() == null)) {
            return new NotConfigured();
        }
        CourseCertificate from = before == null
                ? CourseCertificate.first(newId, command.courseKey(), type(command, null), false, command.at())
                : before;
        CourseCertificate after = from.with(type(command, before), isActive(command, from.isActive()));
        CourseCertificate dated = command.date().isGiven() ? after.setTo(fact(command, after)) : after;
        CourseCertificate saved = dated.after(before, command.at());
        return new Saved(
                before, saved, Objects.requireNonNull(stored.with(saved).version()));
    }

    /** What is set here is set now: it counts, even against a fact of a clock that is ahead of ours. */
    private static DateFact fact(ConfigureCourse command, CourseCertificate certificate) {
        Instant next = certificate.dated().occurredAt().plus(1, ChronoUnit.MICROS);
        Instant at = command.at().isBefore(next) ? next : command.at();
        return DateFact.set(
                command.courseKey(), command.date().value(), at, command.cause().id());
    }

    private static CertificateType type(ConfigureCourse command, @Nullable CourseCertificate before) {
        return command.type() != null
                ? command.type()
                : Objects.requireNonNull(before, "a new configuration has a type")
                        .type();
    }

    private static boolean isActive(ConfigureCourse command, boolean before) {
        return command.isActive() == null ? before : command.isActive();
    }
}
