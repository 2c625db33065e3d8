package org.laurel.kit.sql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParseException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.transaction.xa.XAException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailuresTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "08000", "08001", "08006", "53100", "53200", "53300", "57014", "57P01", "57P03", "58030", "40001",
                "40P01", "55P03", "25P03", "25006"
            })
    void aStateThatPassesIsTransient(String state) {
        // Given
        var failure = new DatabaseException(new SQLException("x", state));

        // When
        boolean passes = Failures.isTransient(failure);

        // Then
        assertThat(passes).isTrue();
    }

    @Test
    void anExhaustedConnectionPoolIsTransient() {
        // Given
        var failure = new DatabaseException(new SQLException("Sorry, acquisition timeout!"));

        // When
        boolean passes = Failures.isTransient(failure);

        // Then
        assertThat(passes).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "23514", "22001", "22021", "42P01", "25P02", "55000", "0A000", "P0001", "4"})
    void aStateThatStaysIsNot(String state) {
        // Given
        var failure = new DatabaseException(new SQLException("x", state));

        // When
        boolean passes = Failures.isTransient(failure);

        // Then
        assertThat(passes).isFalse();
    }

    static Stream<Throwable> passing() {
        return Stream.of(
                new SQLException("acquisition timeout", new TimeoutException()),
                new RuntimeException(new SocketTimeoutException()),
                new OutOfMemoryError(),
                suppressing(new SQLException("lost a race", "40001")));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void whatLiesDeepIsFound(Throwable failure) {
        // Given
        var wrapped = new IllegalStateException(failure);

        // When
        boolean passes = Failures.isTransient(wrapped);

        // Then
        assertThat(passes).isTrue();
    }

    static Stream<Throwable> staying() {
        return Stream.of(
                new NullPointerException(),
                new SQLException("no state"),
                new UncheckedIOException(new JsonParseException("a rule reads JSON that is none")),
                suppressing(new SQLException("refused at commit", "23514")));
    }

    @ParameterizedTest
    @MethodSource("staying")
    void aFaultOfTheRecordIsNotTakenForOneOfTheInfrastructure(Throwable failure) {
        // Given
        var wrapped = new IllegalStateException(failure);

        // When
        boolean passes = Failures.isTransient(wrapped);

        // Then
        assertThat(passes).isFalse();
    }

    @Test
    void causesThatGoRoundInACircleEnd() {
        // Given
        var first = new IllegalStateException("first");
        var second = new IllegalStateException("second", first);
        first.initCause(second);

        // When
        boolean passes = Failures.isTransient(first);

        // Then
        assertThat(passes).isFalse();
    }

    static Stream<Arguments> described() {
        return Stream.of(
                Arguments.of(new DatabaseException(new SQLException("ada@example.org", "23505")), "SQLState 23505"),
                Arguments.of(suppressing(new SQLException("ada@example.org", "23514")), "SQLState 23514"),
                Arguments.of(new IllegalStateException(new ArithmeticException("ada")), "ArithmeticException"));
    }

    @ParameterizedTest
    @MethodSource("described")
    void theDescriptionQuotesNoMessage(Throwable failure, String expected) {
        // Given
        var wrapped = new IllegalStateException("ada@example.org", failure);

        // When
        String description = Failures.describe(wrapped);

        // Then
        assertThat(description).isEqualTo(expected);
    }

    private static Exception suppressing(SQLException reason) {
        var commit = new Exception("commit failed");
        var resource = new XAException(XAException.XAER_RMERR);
        resource.initCause(reason);
        commit.addSuppressed(resource);
        return commit;
    }
}
