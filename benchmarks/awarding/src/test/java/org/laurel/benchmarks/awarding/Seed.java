package org.laurel.benchmarks.awarding;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.ExpectedVersion;
import org.laurel.kit.sql.Sql;
import org.laurel.programs.catalogue.app.ProgramDefinition;
import org.laurel.programs.catalogue.domain.DefineProgram;
import org.laurel.programs.catalogue.domain.Program;
import org.laurel.programs.catalogue.domain.ProgramCourse;
import org.laurel.programs.catalogue.domain.ProgramRun;
import org.laurel.programs.catalogue.domain.ProgramStatus;
import org.laurel.programs.credential.app.CredentialKeeping;
import org.laurel.programs.credential.db.CertificateLog;
import org.laurel.programs.credential.domain.CaseKey;
import org.laurel.programs.credential.domain.CertificateVersion;
import org.laurel.programs.credential.domain.TakeCertificate;
import org.laurel.programs.learner.db.LearnerDirectory;
import org.laurel.programs.learner.domain.Learner;

/** A program of two courses, and learners who hold a credential in the first: the state that rounds start from. */
@ApplicationScoped
class Seed {

    static final UUID PROGRAM = UUID.fromString("6f1a7c1e-7a45-4a2b-9d5e-0b7f0c5f2a11");
    static final CourseKey FIRST = new CourseKey("course-v1:Bench+First+2026");
    static final CourseKey SECOND = new CourseKey("course-v1:Bench+Second+2026");
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static final int CHUNK = 1_000;
    private static final Cause CAUSE = Cause.of("/bench", "seed");

    private final ProgramDefinition definition;
    private final CredentialKeeping keeping;
    private final LearnerDirectory learners;
    private final CertificateLog certificates;
    private final Sql sql;

    Seed(
            ProgramDefinition definition,
            CredentialKeeping keeping,
            LearnerDirectory learners,
            CertificateLog certificates,
            Sql sql) {
        this.definition = definition;
        this.keeping = keeping;
        this.learners = learners;
        this.certificates = certificates;
        this.sql = sql;
    }

    static LearnerId learner(int number) {
        return new LearnerId(String.format("%08d", number));
    }

    static Learner account(int number) {
        LearnerId id = learner(number);
        return new Learner(id, "user" + id, id + "@example.org", "Learner " + id, true, 1, START);
    }

    /** Empties the tables; learners 0 to count - 1 hold a credential in the first of the program's two courses. */
    void plant(int count) {
        empty();
        define(List.of(FIRST, SECOND));
        for (List<TakeCertificate> chunk : chunks(count)) {
            keeping.apply(chunk);
        }
        settle();
    }

    /** The same with nothing but the certificates: no credential was made of them. */
    void plantFacts(int count) {
        empty();
        define(List.of(FIRST));
        for (List<TakeCertificate> chunk : chunks(count)) {
            QuarkusTransaction.requiringNew().run(() -> {
                learners.save(chunk.stream().map(TakeCertificate::learner).toList());
                certificates.append(chunk);
            });
        }
        settle();
    }

    /** Puts the program with these runs, each in a course of its own. */
    void define(List<CourseKey> runs) {
        List<ProgramCourse> courses = runs.stream()
                .map(run -> new ProgramCourse(null, run.value(), List.of(new ProgramRun(run, "verified"))))
                .toList();
        Program program = new Program(PROGRAM, "Benchmark", "micromasters", ProgramStatus.ACTIVE, courses, List.of());
        String document = "{\"title\": \"Benchmark\", \"status\": \"active\", \"courses\": [%s]}"
                .formatted(String.join(
                        ", ",
                        runs.stream()
                                .map(run -> "{\"course_runs\": [{\"key\": \"" + run + "\", \"type\": \"verified\"}]}")
                                .toList()));
        definition.apply(List.of(new DefineProgram(program, document, new ExpectedVersion.Whatever(), CAUSE)));
    }

    private void empty() {
        sql.update(
                "truncate inbox, outbox, parked_event, key_lock, job, repair, learner, certificate_version, course_credential,"
                        + " course_credential_history, program_credential, program_credential_history restart identity cascade");
    }

    private void settle() {
        sql.update("update job set state = 'done'");
        sql.update("truncate outbox restart identity");
        sql.update("analyze");
    }

    private static List<List<TakeCertificate>> chunks(int count) {
        List<List<TakeCertificate>> chunks = new ArrayList<>();
        for (int from = 0; from < count; from += CHUNK) {
            chunks.add(IntStream.range(from, Math.min(count, from + CHUNK))
                    .mapToObj(number -> new TakeCertificate(
                            new CaseKey(learner(number), FIRST),
                            new CertificateVersion(1, "downloadable", "verified", START, START.plusSeconds(60)),
                            account(number),
                            CAUSE))
                    .toList());
        }
        return chunks;
    }
}
