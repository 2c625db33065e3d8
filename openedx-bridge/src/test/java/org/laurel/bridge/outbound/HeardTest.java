package org.laurel.bridge.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.bridge.outbound.domain.Author;
import org.laurel.bridge.outbound.domain.FactKind;
import org.laurel.bridge.outbound.domain.Heard;
import org.laurel.bridge.outbound.domain.Notice;
import org.laurel.bridge.outbound.domain.Retelling;
import org.laurel.bridge.outbound.domain.Verdict;
import org.laurel.bridge.person.domain.Person;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;

/** Version beats time, and what is told again is still whose it was. */
class HeardTest {

    private static final Instant AT = Instant.parse("2026-02-03T04:05:06Z");
    private static final Person ANN = new Person(new LearnerId("1"), "ann", "", "", true, 1, AT);

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, CHANGED, 1, NO, NEWS",
                "-, -, CHANGED, 1, IF_KNOWN, NEWS",
                "-, -, CHANGED, 1, YES, AGAIN",
                "5, CHANGED, CHANGED, 6, NO, NEWS",
                "5, CHANGED, CHANGED, 6, IF_KNOWN, NEWS",
                "5, CHANGED, CHANGED, 6, YES, AGAIN",
                "5, CHANGED, CHANGED, 4, NO, NOTHING",
                "5, CHANGED, AWARDED, 4, NO, NOTHING",
                "5, CHANGED, CHANGED, 4, YES, NOTHING",
                "5, CHANGED, CHANGED, 5, NO, NOTHING",
                "5, CHANGED, AWARDED, 5, NO, NEWS",
                "5, AWARDED, CHANGED, 5, IF_KNOWN, NEWS",
                "5, CHANGED, CHANGED, 5, IF_KNOWN, AGAIN",
                "5, CHANGED, CHANGED, 5, YES, AGAIN",
                "5, -, CHANGED, 5, NO, NEWS"
            })
    void aFactIsJudgedByItsVersion(
            @Nullable Long heard,
            @Nullable FactKind heardKind,
            FactKind kind,
            long version,
            Retelling retelling,
            Verdict verdict) {
        // Given
        Heard before = heard == null ? null : heard(heard, heardKind, Author.LAUREL, false);

        // When
        Verdict judged = Verdict.of(before, certificate(kind, "downloadable", version, retelling));

        // Then
        assertThat(judged).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, 1, NO, SITE, SITE",
                "-, -, 1, YES, LAUREL, UNKNOWN",
                "5, SITE, 5, YES, LAUREL, SITE",
                "5, LAUREL, 5, YES, UNKNOWN, LAUREL",
                "5, LAUREL, 6, YES, UNKNOWN, UNKNOWN",
                "5, LAUREL, 6, YES, SITE, LAUREL",
                "5, SITE, 6, YES, LAUREL, SITE",
                "5, SITE, 7, YES, LAUREL, UNKNOWN",
                "5, SITE, 6, NO, LAUREL, LAUREL"
            })
    void aStateToldAgainIsWhoseItWas(
            @Nullable Long heard,
            @Nullable Author author,
            long version,
            Retelling retelling,
            Author teller,
            Author expected) {
        // Given
        Heard before = heard == null || author == null ? null : heard(heard, FactKind.CHANGED, author, false);

        // When
        Author found = Heard.author(before, certificate(FactKind.CHANGED, "downloadable", version, retelling), teller);

        // Then
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void theKindsOfOneVersionAddUpAndThoseOfAnotherDoNot() {
        // Given
        Heard before = heard(5, FactKind.CHANGED, Author.SITE, false);

        // When
        Heard same = Heard.after(
                before,
                certificate(FactKind.AWARDED, "downloadable", 5, Retelling.NO),
                List.of(FactKind.AWARDED),
                Author.SITE);
        Heard next = Heard.after(
                same,
                certificate(FactKind.CHANGED, "notpassing", 6, Retelling.NO),
                List.of(FactKind.CHANGED),
                Author.LAUREL);

        // Then
        assertThat(same.facts()).containsOnly(FactKind.CHANGED, FactKind.AWARDED);
        assertThat(next).isEqualTo(heard(6, FactKind.CHANGED, Author.LAUREL, true));
    }

    @ParameterizedTest
    @CsvSource({
        "downloadable, false, CHANGED AWARDED",
        "downloadable, true, CHANGED AWARDED",
        "notpassing, true, CHANGED REVOKED",
        "notpassing, false, CHANGED",
        "unavailable, true, CHANGED REVOKED",
        "generating, true, CHANGED",
        "regenerating, true, CHANGED"
    })
    void aCertificateIsToldWholeByItsStatus(String status, boolean everAwarded, String kinds) {
        // When
        List<FactKind> told =
                certificate(FactKind.CHANGED, status, 1, Retelling.YES).wholeState(everAwarded);

        // Then
        assertThat(told).extracting(FactKind::name).containsExactly(kinds.split(" "));
    }

    private static Heard heard(long version, @Nullable FactKind kind, Author author, boolean everAwarded) {
        Set<FactKind> facts = kind == null ? EnumSet.noneOf(FactKind.class) : EnumSet.of(kind);
        return new Heard(
                certificate(FactKind.CHANGED, "", version, Retelling.NO).subject(),
                version,
                facts,
                author,
                everAwarded);
    }

    private static Notice.OfCertificate certificate(FactKind kind, String status, long version, Retelling retelling) {
        return new Notice.OfCertificate(
                kind,
                ANN,
                new CourseKey("course-v1:DemoX+Heard+2026"),
                "audit",
                status,
                null,
                "",
                null,
                version,
                retelling,
                AT,
                Cause.of("test", "1"));
    }
}
