package org.laurel.programs.credential;

import static org.laurel.programs.Story.at;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.test.PlatformEvent;
import org.laurel.programs.EnrollmentFacts;
import org.laurel.programs.Story;
import org.laurel.programs.credential.domain.CertificateVersion;
import org.laurel.programs.credential.domain.CourseStanding;
import org.laurel.programs.credential.domain.Mode;

/** Everything that happens to one learner: random versions of certificates and of enrollments in three course runs. */
record History(Story story, List<Fact> facts) {

    private static final List<String> RUNS = List.of("A", "B", "C");

    /**
     * What a platform tells.
     *
     * @param certificate null for an enrollment
     * @param enrollment mode and whether it is active, empty for a certificate
     */
    record Fact(
            PlatformEvent event, String run, @Nullable CertificateVersion certificate, int version, String enrollment) {

        private Fact again(String id) {
            return new Fact(event.withId(id), run, certificate, version, enrollment);
        }
    }

    static History of(Story story, Random random) {
        List<Fact> facts = new ArrayList<>();
        for (String run : RUNS) {
            int certificates = random.nextInt(5);
            IntStream.rangeClosed(1, certificates)
                    .forEach(number -> facts.add(certificate(story, run, number, random)));
            int enrollments = random.nextInt(4);
            IntStream.rangeClosed(1, enrollments).forEach(number -> facts.add(enrollment(story, run, number, random)));
        }
        return new History(story, facts);
    }

    private static Fact certificate(Story story, String run, int number, Random random) {
        String status = random.nextInt(3) == 0 ? "notpassing" : "downloadable";
        String mode = random.nextInt(3) == 0 ? "honor" : "verified";
        Instant available = random.nextBoolean() ? at(number) : null;
        return new Fact(
                story.certificate(run, number, status, mode, number, available),
                run,
                new CertificateVersion(number, status, mode, available, at(number)),
                number,
                "");
    }

    private static Fact enrollment(Story story, String run, int number, Random random) {
        String mode = random.nextBoolean() ? "audit" : "verified";
        boolean active = random.nextInt(3) > 0;
        PlatformEvent event = new EnrollmentFacts(story).enrollment(run, mode, active, number, number);
        return new Fact(event, run, null, number, mode + " " + active);
    }

    /** All facts in any order, some of them twice, under the same id or under another one, in a few parts. */
    List<List<Fact>> arriving(Random random) {
        List<Fact> all = new ArrayList<>(facts);
        facts.stream().filter(fact -> random.nextInt(3) == 0).forEach(all::add);
        facts.stream()
                .filter(fact -> random.nextInt(3) == 0)
                .forEach(fact -> all.add(fact.again(UUID.randomUUID().toString())));
        Collections.shuffle(all, random);
        List<List<Fact>> parts = new ArrayList<>();
        int from = 0;
        while (from < all.size()) {
            int to = Math.min(all.size(), from + 1 + random.nextInt(all.size()));
            parts.add(all.subList(from, to));
            from = to;
        }
        return parts;
    }

    /** The enrollments that these facts give from scratch: mode and whether they are active, by course key. */
    Map<String, String> enrollments() {
        Map<String, Fact> newest = new HashMap<>();
        facts.stream()
                .filter(fact -> fact.certificate() == null)
                .forEach(fact -> newest.merge(
                        story.course(fact.run()), fact, (kept, next) -> next.version() > kept.version() ? next : kept));
        return newest.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().enrollment()));
    }

    /** The course credentials that facts give from scratch, by run. */
    static Map<String, CourseStanding> standings(Collection<Fact> facts) {
        Map<String, Set<CertificateVersion>> versions = new HashMap<>();
        facts.forEach(fact -> {
            if (fact.certificate() != null) {
                versions.computeIfAbsent(fact.run(), run -> new HashSet<>()).add(fact.certificate());
            }
        });
        Map<String, CourseStanding> standings = new HashMap<>();
        versions.forEach((run, told) -> {
            CourseStanding standing = CourseStanding.fold(told);
            if (standing != null) {
                standings.put(run, standing);
            }
        });
        return standings;
    }

    /** Those of the story's programs that facts complete, each given by its courses. */
    Set<String> complete(Collection<Fact> facts, List<List<List<String>>> programs) {
        Map<String, CourseStanding> standings = standings(facts);
        return IntStream.range(0, programs.size())
                .filter(number -> programs.get(number).stream()
                        .allMatch(runs -> runs.stream().anyMatch(run -> satisfies(run, standings))))
                .mapToObj(story::program)
                .collect(Collectors.toSet());
    }

    private static boolean satisfies(String run, Map<String, CourseStanding> standings) {
        String mode = run.contains(":") ? run.substring(run.indexOf(':') + 1) : "verified";
        CourseStanding standing = standings.get(run.substring(0, 1));
        return standing != null && standing.isAwarded() && Mode.satisfies(standing.mode(), mode);
    }
}
