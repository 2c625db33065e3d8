package org.laurel.programs.credential.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.FactOrder;
import org.laurel.programs.configuration.domain.CertificateType;
import org.laurel.programs.configuration.domain.CourseCertificate;
import org.laurel.programs.configuration.domain.CourseCertificates;
import org.laurel.programs.configuration.domain.DateFact;

class CourseDatingTest {

    private static final Instant START = Instant.parse("2026-02-03T04:00:00Z");
    private static final CourseKey RUN = new CourseKey("course-v1:Org+Course+Run");

    /** Minutes at which the certificate and the configuration were dated, and the dates that they tell. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "10, 500, 20, 900, 900",
                "10, 500, 20, -, -",
                "20, 500, 10, 900, 500",
                "10, 500, 10, 900, 500",
                "20, -, 10, 900, 900",
                "10, -, 20, -, -",
                "10, 500, -, -, 500",
            })
    void theNewestWordCounts(
            int certifiedAt,
            @Nullable Integer certified,
            @Nullable Integer configuredAt,
            @Nullable Integer configured,
            @Nullable Integer expected) {
        // Given
        List<CertificateVersion> versions = List.of(downloadable(1, certifiedAt, certified));
        CourseDating dating = configuredAt == null ? undated() : dated(configuredAt, configured);

        // When
        CourseStanding standing = dating.date(standing(versions), versions);

        // Then
        assertThat(standing.availableAt()).isEqualTo(expected == null ? null : at(expected));
    }

    @Test
    void aMovedDateChangesTheStandingWhenItWasMoved() {
        // Given
        List<CertificateVersion> versions = List.of(downloadable(1, 10, 500));
        CourseStanding before = standing(versions);

        // When
        CourseStanding moved = dated(20, 900).date(before, versions);
        CourseStanding same = dated(20, 500).date(before, versions);

        // Then
        assertThat(moved.modifiedAt()).isEqualTo(at(20));
        assertThat(moved.awardedAt()).isEqualTo(before.awardedAt());
        assertThat(same).isEqualTo(before);
    }

    @Test
    void aCredentialThatDoesNotHoldIsLeftAsItWas() {
        // Given
        List<CertificateVersion> versions = List.of(
                downloadable(1, 10, 500), new CertificateVersion(2, "notpassing", "verified", null, null, at(11)));
        CourseStanding revoked = standing(versions);

        // Then
        assertThat(dated(20, 900).date(revoked, versions)).isEqualTo(revoked);
    }

    @Test
    void withoutAConfigurationTheCertificateCounts() {
        // Given
        List<CertificateVersion> versions = List.of(downloadable(1, 10, 500));

        // Then
        assertThat(CourseDating.NONE.date(standing(versions), versions)).isEqualTo(standing(versions));
    }

    /** A credential that staff have awarded, to a learner without certificate. */
    @Test
    void withoutACertificateTheConfigurationCounts() {
        // Given
        CourseStanding awarded = standing(List.of(downloadable(1, 10, null)));

        // Then
        assertThat(dated(5, 900).date(awarded, List.of()).availableAt()).isEqualTo(at(900));
    }

    /** Whatever the order in which versions of the certificate are known. */
    @Property
    void theOrderOfArrivalMakesNoDifference(
            @ForAll @IntRange(min = 1, max = 6) int count,
            @ForAll @IntRange(min = 0, max = 60) int configuredAt,
            @ForAll long seed) {
        // Given
        Random random = new Random(seed);
        List<CertificateVersion> versions = new ArrayList<>();
        for (int version = 1; version <= count; version++) {
            versions.add(downloadable(version, version * 10, random.nextBoolean() ? version * 100 : null));
        }
        CourseDating dating = dated(configuredAt, 999);
        CourseStanding expected = dating.date(standing(versions), versions);

        // When
        Collections.shuffle(versions, random);

        // Then
        assertThat(dating.date(standing(versions), versions)).isEqualTo(expected);
    }

    private static Instant at(int minute) {
        return START.plusSeconds(60L * minute);
    }

    private static CertificateVersion downloadable(int version, int minute, @Nullable Integer available) {
        return new CertificateVersion(
                version, "downloadable", "verified", available == null ? null : at(available), null, at(minute));
    }

    private static CourseStanding standing(List<CertificateVersion> versions) {
        CourseStanding folded = CourseStanding.fold(versions);
        assertThat(folded).isNotNull();
        return folded;
    }

    private static CourseDating dated(int minute, @Nullable Integer date) {
        FactOrder order = new FactOrder(at(minute), 1, DateFact.TOLD, "/enrollment", "event");
        return configured(date == null ? null : at(date), order);
    }

    private static CourseDating undated() {
        return configured(null, DateFact.NEVER);
    }

    private static CourseDating configured(@Nullable Instant date, FactOrder order) {
        return new CourseDating(new CourseCertificates(List.of(
                new CourseCertificate(1, RUN, CertificateType.VERIFIED, true, date, order, null, 1, START, START))));
    }
}
