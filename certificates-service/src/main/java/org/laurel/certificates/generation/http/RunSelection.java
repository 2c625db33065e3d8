package org.laurel.certificates.generation.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.generation.app.StartRun;
import org.laurel.certificates.generation.db.ListedLearnerQuery;
import org.laurel.certificates.generation.domain.LearnerSet;
import org.laurel.certificates.generation.domain.Selector;
import org.laurel.certificates.issuance.domain.CertificateStatus;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.job.JobStep;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.ProblemException;

/** Reads from a request whom a generation run takes on, and finds the learners that it names. */
@ApplicationScoped
class RunSelection {

    private static final int LONGEST_LIST = 50_000;

    private final ListedLearnerQuery learners;

    RunSelection(ListedLearnerQuery learners) {
        this.learners = learners;
    }

    /**
     * What was selected.
     *
     * @param listed the learners on the list, empty without one
     * @param unknown what the list holds that stands for nobody
     */
    record Selected(Selector selector, List<LearnerId> listed, List<String> unknown) {

        StartRun start(CourseKey courseKey, GenerationRunRequest request, Cause cause) {
            return new StartRun(
                    courseKey,
                    selector,
                    listed,
                    request.chunk() == null ? JobStep.CHUNK : request.chunk(),
                    Duration.ofSeconds(request.pauseSeconds() == null ? 0 : request.pauseSeconds()),
                    cause.because(request.reason()));
        }
    }

    /** Reads; a 400 names the member that is wrong. */
    Selected read(GenerationRunRequest request) {
        List<CertificateStatus> statuses = statuses(request.statuses());
        boolean passingOnly = Boolean.TRUE.equals(request.passingOnly());
        boolean listGiven = request.learners() != null || request.learnersCsv() != null;
        LearnerSet set = set(request, listGiven);
        if (set == LearnerSet.SPECIFIC_STUDENT) {
            LearnerId one = one(request.learner());
            return new Selected(new Selector(set, one, 0, statuses, passingOnly), List.of(), List.of());
        }
        if (set != LearnerSet.LISTED) {
            return new Selected(new Selector(set, null, 0, statuses, passingOnly), List.of(), List.of());
        }
        List<String> texts = texts(request);
        Map<String, LearnerId> found = learners.find(texts);
        List<LearnerId> listed = found.values().stream().distinct().toList();
        return new Selected(
                new Selector(set, null, listed.size(), statuses, passingOnly),
                listed,
                texts.stream().filter(text -> !found.containsKey(text)).toList());
    }

    private static @Nullable LearnerSet set(GenerationRunRequest request, boolean listGiven) {
        LearnerSet set;
        try {
            set = request.studentSet() == null ? null : LearnerSet.of(request.studentSet());
        } catch (IllegalArgumentException unknown) {
            throw refused(
                    "student_set",
                    "must be all, all_allowlisted, allowlisted_not_generated, specific_student or listed");
        }
        if (set == null && listGiven) {
            set = LearnerSet.LISTED;
        }
        if ((set == LearnerSet.LISTED) != listGiven) {
            throw refused("learners", "learners or learners_csv goes with student_set listed and with no other");
        }
        if (set == null && request.learner() != null) {
            set = LearnerSet.SPECIFIC_STUDENT;
        }
        if ((set == LearnerSet.SPECIFIC_STUDENT) != (request.learner() != null)) {
            throw refused("learner", "learner goes with student_set specific_student and with no other");
        }
        return set;
    }

    private LearnerId one(@Nullable String text) {
        String wanted = Objects.requireNonNullElse(text, "").strip();
        LearnerId found = learners.find(List.of(wanted)).get(wanted);
        if (found == null) {
            throw refused("learner", "no learner with this username, e-mail address or id is known here");
        }
        return found;
    }

    private static List<String> texts(GenerationRunRequest request) {
        List<String> texts = new ArrayList<>(Objects.requireNonNullElse(request.learners(), List.of()));
        Objects.requireNonNullElse(request.learnersCsv(), "")
                .lines()
                .map(RunSelection::firstCell)
                .forEach(texts::add);
        List<String> distinct = texts.stream()
                .filter(Objects::nonNull)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
        if (distinct.isEmpty() || distinct.size() > LONGEST_LIST) {
            throw refused("learners", "the list takes 1 to 50000 learners");
        }
        return distinct;
    }

    /** Without a byte order mark and quotes. */
    private static String firstCell(String line) {
        String plain = line.startsWith("\uFEFF") ? line.substring(1) : line;
        String cell = plain.split("[,;\t]", 2)[0].strip();
        boolean quoted = cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"");
        return quoted ? cell.substring(1, cell.length() - 1) : cell;
    }

    /** The statuses with these names; a 400 names the member. */
    static List<CertificateStatus> statuses(@Nullable List<String> slugs) {
        try {
            return slugs == null
                    ? List.of()
                    : slugs.stream().map(CertificateStatus::of).distinct().toList();
        } catch (IllegalArgumentException | NullPointerException unknown) {
            throw refused("statuses", "holds a status that certificates do not have");
        }
    }

    static ProblemException refused(String field, String message) {
        return new ProblemException(Problem.of(
                400,
                "invalid_selection",
                field + ": " + message + ".",
                List.of(new Problem.Violation(field, message))));
    }
}
