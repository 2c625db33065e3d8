package org.laurel.programs.repair.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.UuidText;
import org.laurel.kit.job.JobStep;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.ProblemException;
import org.laurel.programs.repair.app.StartRepair;
import org.laurel.programs.repair.db.RepairSelectionQuery;
import org.laurel.programs.repair.domain.RepairScope;

/** Reads from a request which credentials a repair looks at, and finds what it names. */
@ApplicationScoped
class RepairSelection {

    private static final int LONGEST_LIST = 50_000;

    private final RepairSelectionQuery known;

    RepairSelection(RepairSelectionQuery known) {
        this.known = known;
    }

    /**
     * What was selected.
     *
     * @param listed the learners on the list, empty without one
     * @param unknown what is named and not known here
     */
    record Selected(RepairScope scope, List<LearnerId> listed, Unknown unknown) {

        StartRepair start(RepairRequest request, Cause cause) {
            Integer rate = request.learnersPerSecond();
            int chunk = rate == null ? JobStep.CHUNK : Math.min(rate, JobStep.CHUNK);
            return new StartRepair(
                    scope,
                    listed,
                    !Boolean.FALSE.equals(request.award()),
                    Boolean.TRUE.equals(request.revoke()),
                    !Boolean.FALSE.equals(request.dryRun()),
                    chunk,
                    rate == null ? Duration.ZERO : Duration.ofMillis(Math.ceilDiv(chunk * 1_000, rate)),
                    cause.because(request.reason()));
        }
    }

    /** What a request names that is not known here; a repair goes on without it. */
    public record Unknown(List<String> programs, List<String> courseRuns, List<String> learners) {}

    /** Reads; a 400 names the member that is wrong. */
    Selected read(RepairRequest request) {
        List<String> programs = texts("programs", request.programs());
        List<String> runs = texts("course_runs", request.courseRuns());
        boolean list = request.learners() != null || request.learnersCsv() != null;
        requireSense(request, list || !programs.isEmpty() || !runs.isEmpty());
        List<UUID> uuids =
                programs.stream().map(RepairSelection::uuid).distinct().toList();
        List<CourseKey> keys =
                runs.stream().map(RepairSelection::key).distinct().toList();
        List<String> people = list ? people(request) : List.of();
        Set<UUID> knownPrograms = known.programs(uuids);
        Set<CourseKey> knownRuns = known.courseRuns(keys);
        Map<String, LearnerId> learners = known.learners(people);
        List<LearnerId> listed = learners.values().stream().distinct().toList();
        Unknown unknown = new Unknown(
                uuids.stream()
                        .filter(uuid -> !knownPrograms.contains(uuid))
                        .map(UUID::toString)
                        .toList(),
                keys.stream()
                        .filter(key -> !knownRuns.contains(key))
                        .map(CourseKey::value)
                        .toList(),
                people.stream().filter(text -> !learners.containsKey(text)).toList());
        RepairScope scope = new RepairScope(
                uuids.stream().filter(knownPrograms::contains).toList(),
                keys.stream().filter(knownRuns::contains).toList(),
                list ? listed.size() : null);
        boolean lost = (!uuids.isEmpty() && scope.programs().isEmpty())
                || (!keys.isEmpty() && scope.courseRuns().isEmpty())
                || (list && listed.isEmpty());
        if (lost) {
            throw refused("", "nothing of what the request names is known here");
        }
        return new Selected(scope, listed, unknown);
    }

    private static void requireSense(RepairRequest request, boolean names) {
        if (Boolean.TRUE.equals(request.all()) == names) {
            throw refused("all", "name programs, course_runs or learners, or say all: true, and not both");
        }
        if (Boolean.FALSE.equals(request.award()) && !Boolean.TRUE.equals(request.revoke())) {
            throw refused("award", "a repair awards or revokes");
        }
    }

    private static List<String> people(RepairRequest request) {
        List<String> texts = new ArrayList<>(texts("learners", request.learners()));
        Objects.requireNonNullElse(request.learnersCsv(), "")
                .lines()
                .map(RepairSelection::firstCell)
                .filter(cell -> !cell.isEmpty())
                .forEach(texts::add);
        List<String> distinct = texts.stream().distinct().toList();
        if (distinct.isEmpty() || distinct.size() > LONGEST_LIST) {
            throw refused("learners", "the list takes 1 to 50000 learners");
        }
        if (distinct.stream().anyMatch(text -> text.indexOf('\0') >= 0)) {
            throw refused("learners", "no name holds the character U+0000");
        }
        return distinct;
    }

    private static List<String> texts(String field, @Nullable List<@Nullable String> texts) {
        List<String> given = new ArrayList<>();
        for (@Nullable String text : texts == null ? List.<@Nullable String>of() : texts) {
            if (text == null || text.isBlank()) {
                throw refused(field, "holds an item without text");
            }
            given.add(text.strip());
        }
        return given;
    }

    private static UUID uuid(String text) {
        return UuidText.parse(text).orElseThrow(() -> refused("programs", "holds something that is no uuid"));
    }

    private static CourseKey key(String text) {
        try {
            return new CourseKey(text);
        } catch (IllegalArgumentException malformed) {
            throw refused("course_runs", "holds something that is no key of a course run");
        }
    }

    /** Without a byte order mark and quotes. */
    private static String firstCell(String line) {
        String plain = line.startsWith("\uFEFF") ? line.substring(1) : line;
        String cell = plain.split("[,;\t]", 2)[0].strip();
        boolean quoted = cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"");
        return quoted ? cell.substring(1, cell.length() - 1) : cell;
    }

    private static ProblemException refused(String field, String message) {
        return new ProblemException(Problem.of(
                400,
                "invalid_selection",
                (field.isEmpty() ? "" : field + ": ") + message + ".",
                List.of(new Problem.Violation(field, message))));
    }
}
