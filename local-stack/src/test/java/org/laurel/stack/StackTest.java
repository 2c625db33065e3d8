package org.laurel.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.laurel.events.CloudEventHeaders;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventSamples;
import org.laurel.stack.event.EventPublisher;
import org.laurel.stack.event.EventTail;
import org.laurel.stack.event.OutgoingEvent;
import org.laurel.stack.event.ReceivedEvent;

/** Real PostgreSQL, Kafka and proxy; no services, which the journeys over all services start. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StackTest {
    private static final String GRADES = "laurel.grades";

    private final StackConfig config;
    private Stack stack;

    StackTest(@TempDir Path data) {
        config = StackConfig.isolated(data).withServices(List.of());
        stack = Stack.of(config, StackListener.SILENT);
    }

    @BeforeAll
    void start() {
        stack.start();
    }

    @AfterAll
    void stop() {
        stack.close();
    }

    @Test
    void publishesAnEventThatTailShowsWithAllItsHeaders() throws Exception {
        try (EventTail tail = new EventTail(stack.kafkaBootstrap(), List.of(GRADES), false);
                EventPublisher publisher = new EventPublisher(stack.kafkaBootstrap())) {
            // Given
            JsonNode body = new ObjectMapper()
                    .readTree(EventSamples.find(EventCatalogue.PASSING_STATUS_CHANGED.name())
                            .orElseThrow());
            OutgoingEvent event = OutgoingEvent.of(EventCatalogue.PASSING_STATUS_CHANGED, "42", body);

            // When
            publisher.publish(event);

            // Then
            List<ReceivedEvent> received = new ArrayList<>();
            await().atMost(Duration.ofMinutes(1)).until(() -> received.addAll(tail.poll()));
            assertThat(received).singleElement().satisfies(one -> {
                assertThat(one.key()).isEqualTo("42");
                assertThat(one.value()).isEqualTo(body.toString());
                assertThat(one.headers())
                        .containsEntry(CloudEventHeaders.ID, event.id())
                        .containsEntry(CloudEventHeaders.SPECVERSION, "1.0")
                        .containsEntry(CloudEventHeaders.TYPE, "org.laurel.passing-status.changed.v1")
                        .containsEntry(CloudEventHeaders.CONTENT_TYPE, "application/json")
                        .containsKeys(CloudEventHeaders.SOURCE, CloudEventHeaders.TIME);
            });
        }
    }

    @Test
    void publishesAllThatTheBrokerTakesAndThenTellsWhichIsTheFirstThatItDoesNot() throws Exception {
        try (EventPublisher publisher = new EventPublisher(stack.kafkaBootstrap())) {
            // Given
            JsonNode body = new ObjectMapper().readTree("{}");
            JsonNode tooLarge = new ObjectMapper().valueToTree("x".repeat(18 * 1024 * 1024));
            List<OutgoingEvent> events = Stream.of(body, tooLarge, body, tooLarge)
                    .map(one -> OutgoingEvent.of(EventCatalogue.PASSING_STATUS_CHANGED, "43", one))
                    .toList();
            List<OutgoingEvent> told = new ArrayList<>();

            // When, then
            assertThatThrownBy(() -> publisher.publishEach(events, (event, position) -> told.add(event)))
                    .isInstanceOf(StackFailure.class)
                    .hasMessageContaining("2 of 4 events were not taken, the first is number 2: ")
                    .hasMessageContaining("RecordTooLarge");
            assertThat(told).containsExactly(events.get(0), events.get(2));
        }
    }

    @Test
    void sendsNothingWhenTheBrokerDoesNotTakeTheFirst() throws Exception {
        try (EventPublisher publisher = new EventPublisher(stack.kafkaBootstrap())) {
            // Given
            JsonNode body = new ObjectMapper().readTree("{}");
            JsonNode tooLarge = new ObjectMapper().valueToTree("x".repeat(18 * 1024 * 1024));
            List<OutgoingEvent> events = Stream.of(tooLarge, body)
                    .map(one -> OutgoingEvent.of(EventCatalogue.PASSING_STATUS_CHANGED, "43", one))
                    .toList();
            List<OutgoingEvent> told = new ArrayList<>();

            // When, then
            assertThatThrownBy(() -> publisher.publishEach(events, (event, position) -> told.add(event)))
                    .isInstanceOfSatisfying(
                            StackFailure.class,
                            failure -> assertThat(failure.advice()).startsWith("Nothing was sent."))
                    .hasMessageContaining("Event number 1 of 2 was not taken: ")
                    .hasMessageContaining("RecordTooLarge");
            assertThat(told).isEmpty();
        }
    }

    @Test
    void keepsARoleOutOfTheDatabaseOfAnotherService() {
        // Given
        String certificates = stack.database(LaurelService.CERTIFICATES).user();
        String password = stack.database(LaurelService.CERTIFICATES).password();
        String otherUrl = stack.database(LaurelService.PROGRAMS).url();

        // When Then
        assertThatThrownBy(() -> java.sql.DriverManager.getConnection(otherUrl, certificates, password))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied for database");
    }

    @Test
    void keepsItsDataOverARestart() throws Exception {
        // Given
        execute("create table kept (id int)");
        execute("insert into kept values (7)");
        long published = publishOne();

        // When
        stack.close();
        stack = Stack.start(config);

        // Then
        assertThat(queryOne("select id from kept")).isEqualTo(7);
        assertThat(publishOne()).isEqualTo(published + 1);
    }

    @Test
    void refusesToStartOnPortsThatAreTaken(@TempDir Path otherData) {
        // Given
        StackConfig second = new StackConfig(config.paths().withData(otherData), config.ports(), List.of());

        // When Then
        assertThatThrownBy(() -> Stack.start(second))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("PostgreSQL")
                .hasMessageContaining("taken");
    }

    private long publishOne() throws Exception {
        try (EventPublisher publisher = new EventPublisher(stack.kafkaBootstrap())) {
            JsonNode body = new ObjectMapper().createObjectNode();
            return publisher
                    .publish(OutgoingEvent.of(EventCatalogue.COURSE_COMPLETED, "kept", body))
                    .offset();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = stack.database(LaurelService.COMPLETION).connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private int queryOne(String sql) throws SQLException {
        try (Connection connection = stack.database(LaurelService.COMPLETION).connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }
}
