package org.laurel.programs.configuration.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.programs.configuration.domain.CertificateType.HONOR;
import static org.laurel.programs.configuration.domain.CertificateType.MASTERS;
import static org.laurel.programs.configuration.domain.CertificateType.VERIFIED;
import static org.laurel.programs.configuration.domain.Runs.all;
import static org.laurel.programs.configuration.domain.Runs.at;
import static org.laurel.programs.configuration.domain.Runs.patch;
import static org.laurel.programs.configuration.domain.Runs.post;
import static org.laurel.programs.configuration.domain.Runs.set;
import static org.laurel.programs.configuration.domain.Runs.told;
import static org.laurel.programs.configuration.domain.Runs.undated;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.laurel.kit.domain.ExpectedVersion;
import org.laurel.programs.configuration.domain.CourseConfigured.NotConfigured;
import org.laurel.programs.configuration.domain.CourseConfigured.Saved;

class CourseConfiguredTest {

    @Test
    void postingMakesAConfiguration() {
        // When
        Saved saved = saved(post(VERIFIED, true, 10, at(500)), CourseCertificates.NONE);

        // Then
        CourseCertificate made = saved.after();
        assertThat(saved.before()).isNull();
        assertThat(made.id()).isEqualTo(7);
        assertThat(made.type()).isEqualTo(VERIFIED);
        assertThat(made.isActive()).isTrue();
        assertThat(made.availableDate()).isEqualTo(at(500));
        assertThat(made.dated().occurredAt()).isEqualTo(at(10));
        assertThat(made.version()).isEqualTo(1);
        assertThat(saved.redates()).isTrue();
    }

    @Test
    void postingReplacesTheConfigurationOfTheType() {
        // Given
        CourseCertificates stored = all(undated(1, HONOR, true), set(2, VERIFIED, 5, at(400)));

        // When
        Saved saved = saved(post(VERIFIED, false, 10, null), stored);

        // Then
        assertThat(saved.after().id()).isEqualTo(2);
        assertThat(saved.after().isActive()).isFalse();
        assertThat(saved.after().availableDate()).isNull();
        assertThat(saved.after().version()).isEqualTo(2);
    }

    /** A producer whose clock is ahead told a date for a time that is still to come. */
    @Test
    void whatIsSetHereCountsAgainstAFactOfTheFuture() {
        // Given
        CourseCertificates stored = all(told(2, VERIFIED, 14, at(400)));

        // When
        Saved saved = saved(post(VERIFIED, true, 10, at(300)), stored);

        // Then
        assertThat(saved.after().availableDate()).isEqualTo(at(300));
        assertThat(saved.after().dated().isAfter(stored.all().getFirst().dated()))
                .isTrue();
    }

    @Test
    void aPatchWithoutADateDoesNotRedate() {
        // Given
        CourseCertificates stored = all(set(2, VERIFIED, 5, at(400)));

        // When
        Saved saved = saved(patch(null, false, Member.absent()), stored);

        // Then
        assertThat(saved.after().isActive()).isFalse();
        assertThat(saved.after().dated()).isEqualTo(stored.all().getFirst().dated());
        assertThat(saved.redates()).isFalse();
    }

    @Test
    void aPatchThatChangesNothingIsNone() {
        // Given
        CourseCertificates stored = all(set(2, VERIFIED, 5, at(400)));

        // When
        Saved saved = saved(patch(VERIFIED, true, Member.absent()), stored);

        // Then
        assertThat(saved.changes()).isFalse();
    }

    @Test
    void theConfigurationOfTheRunTakesOnATypeThatNoneHas() {
        // Given
        CourseCertificates stored = all(undated(1, HONOR, false), undated(2, VERIFIED, true));

        // When
        Saved saved = saved(patch(MASTERS, null, Member.absent()), stored);

        // Then
        assertThat(saved.after().id()).isEqualTo(2);
        assertThat(saved.after().type()).isEqualTo(MASTERS);
        assertThat(saved.redates()).isTrue();
    }

    @Test
    void aPatchOfATypeMeansTheConfigurationOfThatType() {
        // Given
        CourseCertificates stored = all(undated(1, HONOR, false), undated(2, VERIFIED, true));

        // When
        Saved saved = saved(patch(HONOR, true, Member.absent()), stored);

        // Then
        assertThat(saved.after().id()).isEqualTo(1);
        assertThat(saved.after().isActive()).isTrue();
    }

    @Test
    void nothingIsMadeByAPatch() {
        assertThat(CourseConfigured.decide(patch(HONOR, true, Member.of(null)), CourseCertificates.NONE, 7))
                .isEqualTo(new NotConfigured());
    }

    @Test
    void anotherVersionThanTheExpectedOneIsLeftAlone() {
        // Given
        CourseCertificates stored = all(undated(1, HONOR, true), undated(2, VERIFIED, true));
        ConfigureCourse patch = patch(HONOR, false, Member.absent());

        // When
        CourseConfigured outdated = CourseConfigured.decide(expecting(patch, 1), stored, 7);

        // Then
        assertThat(outdated).isEqualTo(new CourseConfigured.Outdated());
        assertThat(saved(expecting(patch, 2), stored).runVersion()).isEqualTo(3);
        assertThat(CourseConfigured.decide(expecting(patch, 1), CourseCertificates.NONE, 7))
                .isEqualTo(new CourseConfigured.Outdated());
    }

    private static ConfigureCourse expecting(ConfigureCourse command, long version) {
        return new ConfigureCourse(
                command.courseKey(),
                command.type(),
                command.isActive(),
                command.date(),
                command.upsert(),
                new ExpectedVersion.OneOf(Set.of(version)),
                command.at(),
                command.cause());
    }

    private static Saved saved(ConfigureCourse command, CourseCertificates stored) {
        return (Saved) CourseConfigured.decide(command, stored, 7);
    }
}
