package org.laurel.programs.configuration.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.ExpectedVersion;
import org.laurel.programs.configuration.domain.ProgramConfigured.Changed;
import org.laurel.programs.configuration.domain.ProgramConfigured.NotConfigured;
import org.laurel.programs.configuration.domain.ProgramConfigured.Outdated;
import org.laurel.programs.configuration.domain.ProgramConfigured.Unchanged;
import org.laurel.programs.configuration.domain.ProgramConfigured.UnknownProgram;
import org.laurel.programs.configuration.domain.ProgramConfigured.UnknownSignatories;

class ProgramConfiguredTest {

    private static final UUID PROGRAM = UUID.fromString("2b8f3a8e-6d5b-4b43-9a52-3c1f0e6c5d11");
    private static final Instant THEN = Instant.parse("2026-02-03T04:00:00Z");
    private static final Instant NOW = Instant.parse("2026-02-03T05:00:00Z");
    private static final CertificateMembers NOTHING = new CertificateMembers(
            Member.absent(), Member.absent(), Member.absent(), Member.absent(), Member.absent(), Member.absent());
    private static final CertificateMembers TITLED_ACTIVE = new CertificateMembers(
            Member.of(true), Member.of("New"), Member.absent(), Member.absent(), Member.absent(), Member.absent());
    private static final StoredProgramCertificate TITLED = StoredProgramCertificate.first(
            new ProgramCertificate(PROGRAM, false, "Title", List.of(2L, 1L), true, true, "fr"), THEN);

    @Test
    void aWholeConfigurationOfNothingIsTheStandardOneAndActivatesTheProgram() {
        // When
        ProgramConfigured outcome = decide(NOTHING, true, null, null);

        // Then
        assertThat(outcome)
                .isEqualTo(new Changed(
                        null, new StoredProgramCertificate(ProgramCertificate.standard(PROGRAM), 1, NOW, NOW)));
        assertThat(((Changed) outcome).activates()).isTrue();
    }

    @Test
    void whatAWholeConfigurationLeavesOutBecomesWhatItUsuallyIs() {
        // When
        ProgramConfigured outcome = decide(NOTHING, true, TITLED, null);

        // Then
        assertThat(outcome)
                .isEqualTo(new Changed(
                        TITLED, new StoredProgramCertificate(ProgramCertificate.standard(PROGRAM), 2, THEN, NOW)));
    }

    @Test
    void whatAPatchLeavesOutStays() {
        // Given
        CertificateMembers members = new CertificateMembers(
                Member.of(true), Member.of(null), Member.absent(), Member.absent(), Member.absent(), Member.absent());

        // When
        ProgramConfigured outcome = decide(members, false, TITLED, null);

        // Then
        ProgramCertificate expected = new ProgramCertificate(PROGRAM, true, null, List.of(2L, 1L), true, true, "fr");
        assertThat(outcome).isEqualTo(new Changed(TITLED, new StoredProgramCertificate(expected, 2, THEN, NOW)));
        assertThat(((Changed) outcome).activates()).isTrue();
    }

    @Test
    void aChangeThatChangesNothingIsNone() {
        assertThat(decide(NOTHING, false, TITLED, Set.of(1L))).isEqualTo(new Unchanged(TITLED));
        assertThat(decide(CertificateMembers.DEACTIVATION, false, TITLED, null)).isEqualTo(new Unchanged(TITLED));
    }

    @Test
    void whatIsActiveIsNotActivatedAgain() {
        // Given
        StoredProgramCertificate active = StoredProgramCertificate.first(ProgramCertificate.standard(PROGRAM), THEN);

        // When
        ProgramConfigured outcome = decide(TITLED_ACTIVE, false, active, null);

        // Then
        assertThat(((Changed) outcome).activates()).isFalse();
        assertThat(((Changed) outcome).after().certificate().title()).isEqualTo("New");
    }

    @Test
    void deactivatingActivatesNothing() {
        // Given
        StoredProgramCertificate active = StoredProgramCertificate.first(ProgramCertificate.standard(PROGRAM), THEN);

        // When
        ProgramConfigured outcome = decide(CertificateMembers.DEACTIVATION, false, active, null);

        // Then
        assertThat(((Changed) outcome).activates()).isFalse();
        assertThat(((Changed) outcome).after().certificate().isActive()).isFalse();
    }

    @Test
    void refusesWhatCannotBe() {
        assertThat(ProgramConfigured.decide(command(NOTHING, true, null), false, null, Set.of()))
                .isEqualTo(new UnknownProgram());
        assertThat(decide(NOTHING, false, null, null)).isEqualTo(new NotConfigured());
        assertThat(decide(NOTHING, true, TITLED, Set.of(2L))).isEqualTo(new Outdated());
        assertThat(decide(NOTHING, true, null, Set.of(1L))).isEqualTo(new Outdated());
    }

    @Test
    void namesSignatoriesWhoDoNotExist() {
        // Given
        CertificateMembers members = new CertificateMembers(
                Member.absent(),
                Member.absent(),
                Member.of(List.of(7L, 1L, 9L)),
                Member.absent(),
                Member.absent(),
                Member.absent());

        // When
        ProgramConfigured outcome = decide(members, true, TITLED, null);

        // Then
        assertThat(outcome).isEqualTo(new UnknownSignatories(List.of(7L, 9L)));
    }

    @Test
    void timeNeverGoesBack() {
        // Given
        StoredProgramCertificate later =
                new StoredProgramCertificate(TITLED.certificate(), 3, THEN, NOW.plusSeconds(60));

        // When
        ProgramConfigured outcome = decide(NOTHING, true, later, null);

        // Then
        assertThat(((Changed) outcome).after().modifiedAt()).isEqualTo(later.modifiedAt());
    }

    private static ProgramConfigured decide(
            CertificateMembers members,
            boolean whole,
            @Nullable StoredProgramCertificate stored,
            @Nullable Set<Long> expected) {
        return ProgramConfigured.decide(command(members, whole, expected), true, stored, Set.of(1L, 2L));
    }

    private static ConfigureProgram command(CertificateMembers members, boolean whole, @Nullable Set<Long> expected) {
        ExpectedVersion version =
                expected == null ? new ExpectedVersion.Whatever() : new ExpectedVersion.OneOf(expected);
        return new ConfigureProgram(PROGRAM, members, whole, version, NOW, Cause.of("staff", "1"));
    }
}
