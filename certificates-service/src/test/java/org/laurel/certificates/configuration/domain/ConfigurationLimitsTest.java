package org.laurel.certificates.configuration.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.certificates.configuration.domain.ConfigurationRules.Breach;

/** Each limit of a course run's certificate configuration, kept to the letter and broken by one. */
class ConfigurationLimitsTest {

    private static final Signatory SIGNED = new Signatory(0, "Grace Hopper", "Dean", "ExampleX", "");

    @ParameterizedTest
    @CsvSource({"255, 5000, true", "256, 5000, false", "255, 5001, false"})
    void textsOfACertificate(int name, int description, boolean kept) {
        CertificateText text = new CertificateText(
                0, "n".repeat(name), "d".repeat(description), "t".repeat(name), true, 0, List.of(SIGNED));

        List<Breach> breaches = breaches(text);

        assertThat(breaches.isEmpty()).isEqualTo(kept);
        if (name > 255) {
            assertThat(breaches)
                    .containsExactly(
                            new Breach("certificates[0].name", "must have at most 255 characters"),
                            new Breach("certificates[0].course_title", "must have at most 255 characters"));
        }
        if (description > 5_000) {
            assertThat(breaches)
                    .containsExactly(new Breach("certificates[0].description", "must have at most 5000 characters"));
        }
    }

    @ParameterizedTest
    @CsvSource({"255, true", "256, false"})
    void textsOfASignatory(int length, boolean kept) {
        String text = "x".repeat(length);
        Signatory signatory = new Signatory(0, text, text, text, "");

        List<Breach> breaches = breaches(text(0, 0, signatory));

        assertThat(breaches)
                .extracting(Breach::member)
                .isEqualTo(
                        kept
                                ? List.of()
                                : List.of(
                                        "certificates[0].signatories[0].name",
                                        "certificates[0].signatories[0].title",
                                        "certificates[0].signatories[0].organization"));
    }

    @ParameterizedTest
    @CsvSource({"255, true", "256, false"})
    void textsOfTheRun(int length, boolean kept) {
        CourseConfiguration configuration =
                new CourseConfiguration(List.of(), Map.of(), "n".repeat(length), "o".repeat(length));

        assertThat(ConfigurationRules.breaches(configuration))
                .extracting(Breach::member)
                .isEqualTo(kept ? List.of() : List.of("display_coursenumber", "display_organization"));
    }

    @Test
    void theOverridesOfTheRun() {
        int around = Map.of("k", "").toString().length();

        assertThat(ConfigurationRules.breaches(overriding("v".repeat(20_000 - around))))
                .isEmpty();
        assertThat(ConfigurationRules.breaches(overriding("v".repeat(20_001 - around))))
                .hasSize(1);
        assertThat(ConfigurationRules.breaches(overriding("\0"))).hasSize(1);
        assertThat(ConfigurationRules.breaches(new CourseConfiguration(List.of(), Map.of("\0", ""), null, null)))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, true", "-1, 0, false", "0, -1, false"})
    void idsAndVersionsAreNotNegative(long id, int version, boolean kept) {
        List<Breach> breaches = breaches(text(id, version, new Signatory(id, "", "", "", "")));

        assertThat(breaches.isEmpty()).isEqualTo(kept);
        assertThat(breaches).extracting(Breach::message).allMatch("must not be negative"::equals);
        assertThat(breaches).hasSize(id < 0 ? 2 : version < 0 ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({"20, 0", "21, 1"})
    void aCertificateHasAtMostTwentySignatories(int count, int broken) {
        Signatory[] signatories = LongStream.range(0, count)
                .mapToObj(id -> new Signatory(id, "", "", "", ""))
                .toArray(Signatory[]::new);

        assertThat(breaches(text(0, 0, signatories)))
                .hasSize(broken)
                .allMatch(breach ->
                        breach.equals(new Breach("certificates[0].signatories", "must have at most 20 items")));
    }

    @Test
    void noTextContainsTheCharacterThatTheDatabaseCannotKeep() {
        CertificateText text =
                new CertificateText(0, "a\0", "\0", "b\0c", true, 0, List.of(new Signatory(0, "\0", "\0", "\0", "")));

        assertThat(ConfigurationRules.breaches(new CourseConfiguration(List.of(text), Map.of(), "\0", "\0")))
                .hasSize(8)
                .extracting(Breach::message)
                .containsOnly("must not contain the character U+0000");
    }

    private static List<Breach> breaches(CertificateText text) {
        return ConfigurationRules.breaches(new CourseConfiguration(List.of(text), Map.of(), null, null));
    }

    private static CourseConfiguration overriding(String value) {
        return new CourseConfiguration(List.of(), Map.of("k", value), null, null);
    }

    private static CertificateText text(long id, int version, Signatory... signatories) {
        return new CertificateText(id, "Certificate", "", "", true, version, List.of(signatories));
    }
}
