package org.laurel.programs.credential.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.laurel.programs.catalogue.domain.Program;
import org.laurel.programs.catalogue.domain.ProgramCourse;
import org.laurel.programs.catalogue.domain.ProgramRun;
import org.laurel.programs.catalogue.domain.ProgramStatus;
import org.laurel.programs.credential.domain.Ledger.Fact;

/** Credentials are what staff decided, otherwise what the certificates give, however both arrive. */
class DecisionPropertyTest {

    private static final List<String> RUNS = List.of("A", "B", "C", "D");

    /** A decision on a run, or on a program by its number; null takes back what was decided. */
    record Choice(
            @Nullable String run, int program, @Nullable CredentialStatus status) {}

    @Property(tries = 500)
    void anyOrderOfCertificatesAroundDecisionsGivesWhatAllGiveAtOnce(
            @ForAll("facts") List<Fact> facts,
            @ForAll("choices") List<Choice> choices,
            @ForAll("programs") List<Program> programs,
            @ForAll Random random) {
        // Given
        DecisionLedger ledger = new DecisionLedger();
        programs.forEach(ledger::define);
        // When
        steps(ledger, facts, choices, random).forEach(Runnable::run);
        // Then
        assertThat(ledger.courses()).isEqualTo(ledger.coursesFromScratch());
        assertThat(ledger.held()).isEqualTo(ledger.heldFromScratch());
    }

    @Property(tries = 500)
    void switchesAndConfigurationsOnlyDelayAwards(
            @ForAll("facts") List<Fact> facts,
            @ForAll("choices") List<Choice> choices,
            @ForAll("programs") List<Program> programs,
            @ForAll("terms") List<AwardTerms> allowed,
            @ForAll Random random) {
        // Given
        DecisionLedger ledger = new DecisionLedger();
        programs.forEach(ledger::define);
        List<Runnable> steps = new ArrayList<>(steps(ledger, facts, choices, random));
        allowed.forEach(terms -> steps.add(random.nextInt(steps.size() + 1), () -> {
            Set<UUID> before = Set.copyOf(ledger.held().keySet());
            ledger.allow(terms);
            assertThat(ledger.held().keySet()).containsAll(before);
        }));
        // When
        steps.forEach(Runnable::run);
        ledger.allow(new AwardTerms(true, false, true));
        // Then
        assertThat(ledger.courses()).isEqualTo(ledger.coursesFromScratch());
        assertThat(ledger.held()).isEqualTo(ledger.heldFromScratch());
    }

    @Property(tries = 500)
    void changesOfTheCatalogueAddAndNeverTakeAway(
            @ForAll("facts") List<Fact> facts,
            @ForAll("choices") List<Choice> choices,
            @ForAll("programs") List<Program> first,
            @ForAll("programs") List<Program> then,
            @ForAll Random random) {
        // Given
        DecisionLedger ledger = new DecisionLedger();
        first.forEach(ledger::define);
        List<Runnable> steps = steps(ledger, facts, choices, random);
        steps.subList(0, steps.size() / 2).forEach(Runnable::run);
        Map<UUID, Instant> before = ledger.held();
        // When
        then.forEach(ledger::define);
        // Then
        assertThat(ledger.held()).containsAllEntriesOf(before);
        steps.subList(steps.size() / 2, steps.size()).forEach(Runnable::run);
        assertThat(ledger.held().keySet()).containsAll(ledger.heldFromScratch().keySet());
    }

    /** Facts in any order, some of them twice, and between them the decisions, some of them repeated at once. */
    private static List<Runnable> steps(DecisionLedger ledger, List<Fact> facts, List<Choice> choices, Random random) {
        List<Fact> arriving = new ArrayList<>(facts);
        facts.stream().filter(fact -> random.nextBoolean()).forEach(arriving::add);
        Collections.shuffle(arriving, random);
        List<Runnable> steps = new ArrayList<>();
        int next = 0;
        while (!arriving.isEmpty() || next < choices.size()) {
            if (arriving.isEmpty() || (next < choices.size() && random.nextInt(3) == 0)) {
                Choice choice = choices.get(next++);
                Instant at = Facts.at(random.nextInt(3) + 2 * next);
                steps.add(() -> decide(ledger, choice, at));
                if (random.nextBoolean()) {
                    steps.add(() -> decide(ledger, choice, at));
                }
            } else {
                List<Fact> batch = arriving.subList(0, Math.min(arriving.size(), 1 + random.nextInt(3)));
                List<Fact> taken = List.copyOf(batch);
                batch.clear();
                steps.add(() -> ledger.take(taken));
            }
        }
        return steps;
    }

    private static void decide(DecisionLedger ledger, Choice choice, Instant at) {
        if (choice.run() == null) {
            ledger.decide(new UUID(0, choice.program()), choice.status(), at);
        } else {
            ledger.decide(Facts.key(choice.run()), choice.status(), at);
        }
    }

    @Provide
    Arbitrary<List<Choice>> choices() {
        return Combinators.combine(
                        Arbitraries.of("A", "B", "C", "D", "", "", ""),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.of("awarded", "awarded", "revoked", "", ""))
                .as((run, program, status) -> new Choice(
                        run.isEmpty() ? null : run, program, status.isEmpty() ? null : CredentialStatus.of(status)))
                .list()
                .ofMaxSize(6);
    }

    @Provide
    Arbitrary<List<AwardTerms>> terms() {
        return Combinators.combine(
                        Arbitraries.of(true, false), Arbitraries.of(true, false), Arbitraries.of(true, false))
                .as(AwardTerms::new)
                .list()
                .ofMaxSize(4);
    }

    @Provide
    Arbitrary<List<Fact>> facts() {
        return Combinators.combine(
                        Arbitraries.of(RUNS),
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.of("downloadable", "downloadable", "notpassing"),
                        Arbitraries.of("verified", "verified", "honor"),
                        Arbitraries.integers().between(0, 2))
                .as((course, number, status, mode, delay) -> new Fact(
                        Facts.key(course),
                        new CertificateVersion(
                                number, status, mode, delay == 0 ? null : Facts.at(number * delay), Facts.at(number))))
                .list()
                .ofMaxSize(12)
                .map(DecisionPropertyTest::withoutContradictions);
    }

    private static List<Fact> withoutContradictions(List<Fact> facts) {
        Set<String> seen = new HashSet<>();
        return facts.stream()
                .filter(fact -> seen.add(fact.courseKey() + " " + fact.version().version()))
                .toList();
    }

    @Provide
    Arbitrary<List<Program>> programs() {
        Arbitrary<ProgramRun> run = Combinators.combine(Arbitraries.of(RUNS), Arbitraries.of("verified", "honor"))
                .as((course, mode) -> new ProgramRun(Facts.key(course), mode));
        Arbitrary<ProgramCourse> course = run.list()
                .uniqueElements(ProgramRun::courseKey)
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(runs -> new ProgramCourse(null, "Course", runs));
        return course.list().ofMaxSize(3).list().ofSize(2).map(lists -> {
            List<Program> programs = new ArrayList<>();
            for (int i = 0; i < lists.size(); i++) {
                programs.add(new Program(new UUID(0, i), "Program", "", ProgramStatus.ACTIVE, lists.get(i), List.of()));
            }
            return programs;
        });
    }
}
