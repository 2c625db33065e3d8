package org.laurel.certificates.issuance;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.laurel.certificates.Classroom;
import org.laurel.certificates.course.app.RunPolicySetting;
import org.laurel.certificates.course.domain.CompletionRule;
import org.laurel.certificates.course.domain.RunPolicyChange;
import org.laurel.certificates.issuance.app.CompletionRecording;
import org.laurel.certificates.issuance.app.CompletionRecording.Progress;
import org.laurel.certificates.issuance.app.FactFolding;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.CertificateStatus;
import org.laurel.certificates.issuance.domain.Fact;
import org.laurel.certificates.issuance.domain.FactCommand;
import org.laurel.certificates.issuance.domain.StatedCertificate;
import org.laurel.certificates.learner.domain.Learner;
import org.laurel.certificates.maintenance.app.Renotification;
import org.laurel.certificates.maintenance.app.Renotification.Tell;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.FactOrder;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.measuring.StatementCount;

/** A batch costs the same number of statements whatever the number of its learners and course runs. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class FoldingStatementsTest {

    private static final Instant START = Story.at(0);

    @Inject
    FactFolding folding;

    @Inject
    CompletionRecording recording;

    @Inject
    RunPolicySetting policies;

    @Inject
    Renotification renotification;

    @Inject
    StatementCount statements;

    @Test
    void newFactsLateFactsNewTermsAndRenotification() {
        // Given
        Few few = new Few(Classroom.open("fs-few"), 3);
        Few many = new Few(Classroom.open("fs-many"), 300);

        // When, then
        assertSame(
                few,
                many,
                batch -> batch.facts(number -> Stream.of(batch.enrolled(number), batch.passing(number, 20))));
        assertThat(many.room().rows("certificate", "and status = 'downloadable'"))
                .isEqualTo(300);
        assertSame(few, many, batch -> batch.facts(number -> Stream.of(batch.passing(number, 15))));
        assertSame(
                few,
                many,
                batch -> batch.facts(
                        number -> Stream.of(new FactCommand.FoldAgain(batch.key(number), batch.cause("again")))));
        assertThat(statements.during(() -> renotification.apply(few.tell())))
                .isEqualTo(statements.during(() -> renotification.apply(many.tell())));
    }

    @Test
    void completionsThatPlayNoPartAndThoseThatDo() {
        // Given
        Few few = new Few(Classroom.open("fs-done-few"), 3);
        Few many = new Few(Classroom.open("fs-done-many"), 300);

        // When
        long less = statements.during(() -> recording.apply(few.completions(1)));
        long more = statements.during(() -> recording.apply(many.completions(1)));

        // Then
        assertThat(more)
                .isEqualTo(less)
                .as("locks, course runs, and one to keep them")
                .isLessThanOrEqualTo(4);
        assertThat(many.room().rows("course_completion", "")).isEqualTo(300);
        assertThat(many.room().rows("standing", "")).isZero();
        for (Few batch : List.of(few, many)) {
            policies.apply(List.of(RunPolicyChange.ofCompletion(
                    new CourseKey(batch.room().course()),
                    START,
                    new CompletionRule.Change(new BigDecimal("0.5"), false),
                    Set.of(),
                    batch.cause("threshold"))));
        }
        assertThat(statements.during(() -> recording.apply(many.completions(2))))
                .isEqualTo(statements.during(() -> recording.apply(few.completions(2))));
        assertThat(many.room().rows("standing", "and completion = 0.9 and completion_version = 2"))
                .isEqualTo(300);
    }

    @Test
    void revocationsInManyCourseRuns() {
        // Given
        granted("fs-one", 2);
        granted("fs-all", 40);

        // When
        long two = statements.during(() -> folding.apply(failing("fs-one", 2)));
        long forty = statements.during(() -> folding.apply(failing("fs-all", 40)));

        // Then
        assertThat(forty).isEqualTo(two);
    }

    private void assertSame(Few few, Few many, Function<Few, List<FactCommand>> commands) {
        long less = statements.during(() -> folding.apply(commands.apply(few)));
        long more = statements.during(() -> folding.apply(commands.apply(many)));
        assertThat(more).isEqualTo(less);
    }

    /** One learner with a certificate in each of many course runs. */
    private void granted(String word, int runs) {
        StatedCertificate stated = new StatedCertificate(
                CertificateStatus.DOWNLOADABLE, "verified", "0.9", "Ada", null, null, null, "", "", "");
        folding.apply(inRuns(word, runs, 10, Fact.Stated.KIND, order -> new Fact.Stated(order, stated)));
    }

    private static List<FactCommand> failing(String word, int runs) {
        return inRuns(
                word,
                runs,
                30,
                Fact.PassingStatus.KIND,
                order -> new Fact.PassingStatus(order, false, new BigDecimal("0.1")));
    }

    private static List<FactCommand> inRuns(
            String word, int runs, int minute, int kind, Function<FactOrder, Fact> fact) {
        return IntStream.range(0, runs)
                .<FactCommand>mapToObj(number -> new FactCommand.TakeIn(
                        new CaseKey(new LearnerId("id-" + word), new CourseKey("course-v1:Org+" + word + "+" + number)),
                        fact.apply(order(minute, kind, word + minute)),
                        null,
                        Cause.of("/lms", word + minute)))
                .toList();
    }

    private static FactOrder order(int minute, int kind, String id) {
        return new FactOrder(START.plusSeconds(60L * minute), FactOrder.NO_SEQUENCE, kind, "/lms", id);
    }

    /** The learners of a course run. */
    private record Few(Classroom room, int count) {

        List<FactCommand> facts(IntFunction<Stream<FactCommand>> ofEach) {
            return IntStream.range(0, count)
                    .mapToObj(ofEach)
                    .<FactCommand>flatMap(facts -> facts)
                    .toList();
        }

        CaseKey key(int number) {
            return new CaseKey(new LearnerId(room.id("l" + number)), new CourseKey(room.course()));
        }

        Cause cause(String what) {
            return Cause.of("/lms", what + room.word());
        }

        FactCommand enrolled(int number) {
            String who = "l" + number;
            Learner learner = new Learner(
                    key(number).learnerId(), room.username(who), room.email(who), "Ada " + who, true, 1, START);
            return new FactCommand.TakeIn(
                    key(number),
                    new Fact.Enrolled(order(10, Fact.Enrolled.KIND, "e" + number), "verified", true),
                    learner,
                    cause("e"));
        }

        FactCommand passing(int number, int minute) {
            return new FactCommand.TakeIn(
                    key(number),
                    new Fact.PassingStatus(
                            order(minute, Fact.PassingStatus.KIND, "p" + number + "-" + minute),
                            true,
                            new BigDecimal("0.9")),
                    null,
                    cause("p" + minute));
        }

        List<Progress> completions(int version) {
            return IntStream.range(0, count)
                    .mapToObj(number -> new Progress(
                            key(number),
                            new Fact.Progressed(
                                    new FactOrder(
                                            START.plusSeconds(version),
                                            version,
                                            Fact.Progressed.KIND,
                                            "/c",
                                            "c" + number),
                                    new BigDecimal("0.9")),
                            cause("c")))
                    .toList();
        }

        List<Tell> tell() {
            return IntStream.range(0, count)
                    .mapToObj(number -> new Tell(key(number), cause("tell")))
                    .toList();
        }
    }
}
