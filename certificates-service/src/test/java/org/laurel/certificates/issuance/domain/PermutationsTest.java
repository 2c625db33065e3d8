package org.laurel.certificates.issuance.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.certificates.issuance.domain.Given.at;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.certificates.course.domain.RunPolicy;
import org.laurel.certificates.issuance.domain.Fact.Allowlisted.Entry;
import org.laurel.certificates.issuance.domain.StoredCase.Issued;
import org.laurel.kit.domain.FactOrder;

/** Six facts in each of their 720 orders of arrival, each fact more than once. Source: decisions, everywhere 2. */
class PermutationsTest {

    private static final Told SETTINGS = new Told.OfSettings(Given.settings());
    private static final Told ENROLLED = new Told.OfCase(Given.enrolled("audit", 10));
    private static final Told UPGRADED = new Told.OfCase(Given.enrolled("verified", 20));
    private static final Told PASSING = new Told.OfCase(Given.passing(30));
    private static final Told FAILING = new Told.OfCase(Given.failing(40));
    private static final Told ALLOWLISTED =
            new Told.OfCase(new Fact.Allowlisted(order(50, Fact.Allowlisted.KIND), Entry.ENABLED));
    private static final Told INVALIDATED =
            new Told.OfCase(new Fact.Invalidated(order(60, Fact.Invalidated.KIND), true));

    @Test
    void allOrdersOfArrivalEndAlike() {
        // Given
        List<Told> facts = List.of(ENROLLED, UPGRADED, PASSING, FAILING, ALLOWLISTED, INVALIDATED);
        List<List<Told>> permutations = permutations(facts);
        assertThat(permutations).hasSize(720).doesNotHaveDuplicates();

        for (List<Told> permutation : permutations) {
            // When
            Stored stored = arrive(permutation);

            // Then
            Certificate certificate = stored.issued().certificate();
            assertThat(certificate.status()).isEqualTo(CertificateStatus.UNAVAILABLE);
            assertThat(certificate.reason()).isEqualTo(Reason.CERTIFICATE_INVALIDATION_LIST);
            assertThat(certificate.mode()).isEqualTo("verified");
            assertThat(certificate.modifiedAt()).isEqualTo(at(60));
            assertThat(stored.record().certificate()).isEqualTo(certificate.createdAt(at(30)));
            assertThat(stored.awards()).isEqualTo(stored.revocations());
        }
    }

    @Test
    void inBusinessOrderEachTurnIsToldOnce() {
        Stored stored = arrive(List.of(ENROLLED, UPGRADED, PASSING, FAILING, ALLOWLISTED, INVALIDATED));

        assertThat(stored.awards()).isEqualTo(2);
        assertThat(stored.revocations()).isEqualTo(2);
        assertThat(stored.issued().version()).isEqualTo(4);
        assertThat(stored.issued().certificate().createdAt()).isEqualTo(at(30));
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void anAnswerCountsAlsoForARequestOfAFactWithASequenceNumber(boolean answerFirst) {
        // Given
        Told pdf = new Told.OfRun(new RunPolicy(1, at(0), null, true, false, false, null, null));
        List<Told> before = List.of(SETTINGS, pdf, ENROLLED, new Told.OfCase(Given.passing(15)), UPGRADED);
        Certificate generating = Objects.requireNonNull(
                Told.fold(before).all(Told.facts(before), List.of()).record().certificate());
        assertThat(generating.status()).isEqualTo(CertificateStatus.GENERATING);
        Told answer = new Told.OfCase(Fact.Rendered.to(
                generating.modifiedAt(), generating.file().requestId(), new RenderAnswer.Made("f1", "/f1.pdf")));
        Told later = new Told.OfCase(new Fact.Graded(order(90, Fact.Graded.KIND), BigDecimal.ONE));

        // When
        List<Told> all = new ArrayList<>(before);
        all.addAll(answerFirst ? List.of(answer, later) : List.of(later, answer));
        Certificate made = Told.takeIn(all, new Random(1)).certificate();

        // Then
        assertThat(made).isNotNull().extracting(Certificate::status).isEqualTo(CertificateStatus.DOWNLOADABLE);
    }

    private record Stored(CourseRecord record, Issued issued, int awards, int revocations) {}

    /** Each fact arrives twice at once, and all of them again at the end. */
    private static Stored arrive(List<Told> facts) {
        List<Told> arrivals = new ArrayList<>(List.of(SETTINGS));
        facts.forEach(fact -> arrivals.addAll(List.of(fact, fact)));
        arrivals.addAll(facts);
        List<Told> log = new ArrayList<>();
        CourseRecord record = CourseRecord.EMPTY;
        Issued issued = null;
        int awards = 0;
        int revocations = 0;
        for (Told arrival : arrivals) {
            record = Told.takeIn(record, log, List.of(arrival));
            Difference difference = Difference.between(
                            issued, record, "id", Told.terms(log).newest())
                    .orElse(null);
            if (difference != null) {
                awards += difference.awards() ? 1 : 0;
                revocations += difference.revokes() ? 1 : 0;
                issued = difference.next();
            }
        }
        return new Stored(record, Objects.requireNonNull(issued), awards, revocations);
    }

    private static List<List<Told>> permutations(List<Told> facts) {
        if (facts.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Told>> all = new ArrayList<>();
        for (Told first : facts) {
            List<Told> rest = new ArrayList<>(facts);
            rest.remove(first);
            for (List<Told> tail : permutations(rest)) {
                List<Told> permutation = new ArrayList<>(List.of(first));
                permutation.addAll(tail);
                all.add(permutation);
            }
        }
        return all;
    }

    private static FactOrder order(int minute, int kind) {
        return new FactOrder(at(minute), FactOrder.NO_SEQUENCE, kind, "/x", "x" + minute);
    }
}
