package org.laurel.programs.record.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Template;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.problem.ProblemException;
import org.laurel.programs.catalogue.domain.Members;
import org.laurel.programs.catalogue.domain.ProgramDetail;
import org.laurel.programs.learner.domain.Learner;
import org.laurel.programs.record.domain.ProgramRecord;
import org.laurel.programs.record.http.ReadableRecords.Read;
import org.laurel.programs.settings.domain.SiteSettings;

class RecordFileTest {

    private static final Learner ADA = new Learner(new LearnerId("7"), "ada", "", "Ada", true, 1, Instant.EPOCH);
    private static final Template PAGE = Engine.builder()
            .addDefaults()
            .build()
            .parse("<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>t</title></head><body>b</body></html>");

    @AfterEach
    void forgetTheInterrupt() {
        Thread.interrupted();
    }

    @Test
    void turnsAwayWhoFindsNoPlace() {
        // Given
        RecordFile full = new RecordFile(PAGE, 0);

        // When, then
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> make(full))
                .satisfies(RecordFileTest::isBusy);
    }

    @Test
    void turnsAwayWhoIsInterruptedAndSaysSo() {
        // Given
        RecordFile file = new RecordFile(PAGE, 1);
        Thread.currentThread().interrupt();

        // When, then
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> make(file))
                .satisfies(RecordFileTest::isBusy);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void givesThePlaceBack() {
        // Given
        RecordFile file = new RecordFile(PAGE, 1);

        // When
        byte[] first = make(file);

        // Then
        assertThat(make(file)).isEqualTo(first);
    }

    private static byte[] make(RecordFile file) {
        ProgramDetail program = ProgramDetail.of(new UUID(0, 2), Members.NONE);
        ProgramRecord record = new ProgramRecord(ADA, program, List.of(), false, List.of(), null);
        Read read = new Read(record, new UUID(0, 1), SiteSettings.DEFAULT);
        return file.of(RecordSheet.of(read, false, "https://example.org/"), read);
    }

    private static void isBusy(ProblemException refusal) {
        assertThat(refusal.problem().status()).isEqualTo(503);
        assertThat(refusal.problem().errorCode()).isEqualTo("busy");
        assertThat(refusal.problem().detail()).isEqualTo("Too many files are being made. Try again shortly.");
        assertThat(refusal.retryAfterSeconds()).isEqualTo(5);
    }
}
