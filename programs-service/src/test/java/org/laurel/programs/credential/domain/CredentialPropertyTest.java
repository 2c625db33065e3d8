package org.laurel.programs.credential.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.laurel.programs.catalogue.domain.Program;
import org.laurel.programs.catalogue.domain.ProgramCourse;
import org.laurel.programs.catalogue.domain.ProgramRun;
import org.laurel.programs.catalogue.domain.ProgramStatus;
import org.laurel.programs.catalogue.domain.Requirement;
import org.laurel.programs.credential.domain.Ledger.Fact;

/** Credentials do not depend on how the facts arrive. */
class CredentialPropertyTest {

    @Property(tries = 500)
    void anyOrderAndDuplicationGivesWhatAllFactsGiveAtOnce(
            @ForAll("facts") List<Fact> facts, @ForAll("programs") List<Program> programs, @ForAll Random random) {
        // Given
        Ledger ledger = new Ledger();
        programs.forEach(ledger::define);

        // When
        batches(facts, random).forEach(ledger::take);

        // Then
        var expected = Ledger.coursesFromScratch(facts);
        assertThat(ledger.courses()).isEqualTo(expected);
        assertThat(ledger.awardedPrograms()).isEqualTo(complete(programs, facts));
    }

    @Property(tries = 500)
    void changesOfTheCatalogueAddAndNeverTakeAway(
            @ForAll("facts") List<Fact> facts,
            @ForAll("programs") List<Program> first,
            @ForAll("programs") List<Program> then,
            @ForAll Random random) {
        // Given
        Ledger ledger = new Ledger();
        first.forEach(ledger::define);
        List<List<Fact>> batches = batches(facts, random);
        int half = batches.size() / 2;
        batches.subList(0, half).forEach(ledger::take);
        Set<UUID> before = ledger.awardedPrograms();

        // When
        then.forEach(ledger::define);

        // Then
        assertThat(ledger.awardedPrograms()).containsAll(before);
        batches.subList(half, batches.size()).forEach(ledger::take);
        assertThat(ledger.courses()).isEqualTo(Ledger.coursesFromScratch(facts));
        assertThat(ledger.awardedPrograms()).containsAll(complete(then, facts));
    }

    /** The facts in any order, some of them twice, in batches of any size. */
    private static List<List<Fact>> batches(List<Fact> facts, Random random) {
        List<Fact> arriving = new ArrayList<>(facts);
        facts.stream().filter(fact -> random.nextBoolean()).forEach(arriving::add);
        Collections.shuffle(arriving, random);
        List<List<Fact>> batches = new ArrayList<>();
        int from = 0;
        while (from < arriving.size()) {
            int to = Math.min(arriving.size(), from + 1 + random.nextInt(3));
            batches.add(arriving.subList(from, to));
            from = to;
        }
        return batches;
    }

    private static Set<UUID> complete(List<Program> programs, List<Fact> facts) {
        var standings = Ledger.coursesFromScratch(facts);
        return programs.stream()
                .filter(program -> Completion.check(program, standings).isComplete())
                .map(Program::uuid)
                .collect(Collectors.toSet());
    }

    @Provide
    Arbitrary<List<Fact>> facts() {
        Arbitrary<Fact> fact = Combinators.combine(
                        Arbitraries.of("A", "B", "C", "D"),
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.of("downloadable", "downloadable", "notpassing", "generating"),
                        Arbitraries.of("verified", "verified", "honor"),
                        Arbitraries.integers().between(0, 2))
                .as((course, number, status, mode, delay) -> new Fact(
                        Facts.key(course),
                        new CertificateVersion(
                                number, status, mode, delay == 0 ? null : Facts.at(number * delay), Facts.at(number))));
        return fact.list().ofMaxSize(16).map(CredentialPropertyTest::withoutContradictions);
    }

    /** One certificate does not have two states under one version. */
    private static List<Fact> withoutContradictions(List<Fact> facts) {
        Set<String> seen = new HashSet<>();
        return facts.stream()
                .filter(fact -> seen.add(fact.courseKey() + " " + fact.version().version()))
                .toList();
    }

    @Provide
    Arbitrary<List<Program>> programs() {
        Arbitrary<ProgramRun> run = Combinators.combine(
                        Arbitraries.of("A", "B", "C", "D"), Arbitraries.of("verified", "credit", "honor"))
                .as((course, mode) -> new ProgramRun(Facts.key(course), mode));
        Arbitrary<ProgramCourse> course = run.list()
                .uniqueElements(ProgramRun::courseKey)
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(runs -> new ProgramCourse(null, "Course", runs));
        return course.list()
                .ofMaxSize(3)
                .flatMap(courses -> requirements(courses.size())
                        .map(requirements -> new Program(
                                new UUID(0, 0), "Program", "", ProgramStatus.ACTIVE, courses, requirements)))
                .list()
                .ofSize(2)
                .map(CredentialPropertyTest::numbered);
    }

    private static List<Program> numbered(List<Program> programs) {
        List<Program> numbered = new ArrayList<>();
        for (Program program : programs) {
            numbered.add(new Program(
                    new UUID(0, numbered.size()),
                    program.title(),
                    program.type(),
                    program.status(),
                    program.courses(),
                    program.requirements()));
        }
        return numbered;
    }

    /** Up to two requirements on some of so many courses. */
    static Arbitrary<List<Requirement>> requirements(int courseCount) {
        if (courseCount == 0) {
            return Arbitraries.just(List.of());
        }
        List<Integer> all = IntStream.range(0, courseCount).boxed().toList();
        return Arbitraries.of(all)
                .list()
                .uniqueElements()
                .ofMinSize(1)
                .ofMaxSize(courseCount)
                .flatMap(places -> Arbitraries.integers()
                        .between(1, places.size())
                        .map(needed -> new Requirement(needed, places, null)))
                .list()
                .ofMaxSize(2);
    }
}
