package org.laurel.e2e.drill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.laurel.stack.LaurelService;
import org.laurel.stack.Stack;
import org.laurel.stack.StackFailure;
import org.laurel.stack.demo.Attempt;
import org.laurel.stack.demo.Learner;
import org.laurel.stack.demo.PlatformFacts;
import org.laurel.stack.event.OutgoingEvent;
import org.laurel.stack.event.ParkedEvents;

/** Drill of malformed records: each is kept with its reason and harms nobody, and replay makes up for what was parked. */
@ExtendWith(DrillStack.class)
class PoisonDrillTest {
    private static final int ONE_OF = 100;
    private static final List<Poison> KINDS = List.of(Poison.values());
    private static final int MISHANDLED = 20;
    private static final String REFUSED_GRADE = "0.777";
    private static final String RIGHT = "downloadable|" + REFUSED_GRADE;
    /** Both read passing statuses, and each keeps what it cannot read. */
    private static final List<LaurelService> READERS = List.of(LaurelService.CERTIFICATES, LaurelService.PROGRAMS);

    private record Sent(Poison kind, ProducerRecord<byte[], byte[]> record, Future<RecordMetadata> position) {}

    @Test
    void malformedRecordsAreParkedAndHarmNobody(Stack stack) throws ExecutionException, InterruptedException {
        try (Ground ground = Ground.of(stack)) {
            // Given
            School school = School.open(ground, "Poisoned", Size.POISON_EVENTS / School.EVENTS_PER_LEARNER);
            List<OutgoingEvent> good = school.events(0, school.learners().size());
            List<Sent> poison = new ArrayList<>();

            // When
            try (var producer = new KafkaProducer<>(
                    Map.<String, Object>of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, stack.kafkaBootstrap()),
                    new ByteArraySerializer(),
                    new ByteArraySerializer())) {
                for (int from = 0; from < good.size(); from += ONE_OF) {
                    List<OutgoingEvent> some = good.subList(from, Math.min(good.size(), from + ONE_OF));
                    Poison kind = KINDS.get(from / ONE_OF % KINDS.size());
                    ground.publish(some.subList(0, some.size() / 2));
                    var record = kind.record(
                            some.get(some.size() / 2).key(), school.course().key());
                    poison.add(new Sent(kind, record, producer.send(record)));
                    producer.flush();
                    ground.publish(some.subList(some.size() / 2, some.size()));
                }
            }
            ground.settle();

            // Then
            Report report = Report.of("malformed records, one of a hundred")
                    .line("events of the platform", ground.sent().size());
            for (LaurelService reader : READERS) {
                assertParked(parked(ground, reader), poison);
            }
            poison.stream()
                    .collect(Collectors.groupingBy(sent -> sent.kind(), TreeMap::new, Collectors.counting()))
                    .forEach((kind, count) ->
                            report.line("parked by each of two services: " + kind + " (" + kind.code() + ")", count));
            READERS.forEach(reader -> assertReplayRefused(ground, reader, poison, report));
            Audit.check(ground, school, report);
            report.print();
        }
    }

    @Test
    void replayAfterAMendEndsInTheStateThatTheRightOrderWouldHaveGiven(Stack stack) {
        try (Ground ground = Ground.of(stack)) {
            // Given
            School school = School.open(ground, "Mishandled", MISHANDLED);
            Sql certificates = ground.sql(LaurelService.CERTIFICATES);
            refuse(certificates, school);

            // When
            school.learners()
                    .forEach(learner -> ground.publish(List.of(
                            PlatformFacts.enrollment(attempt(school, learner, REFUSED_GRADE)),
                            PlatformFacts.passingStatus(attempt(school, learner, REFUSED_GRADE)),
                            PlatformFacts.passingStatus(attempt(school, learner, "0.9")))));
            ground.settle();

            // Then
            Map<String, Long> mishandled = grades(certificates, school);
            assertThat(mishandled).isEqualTo(Map.of("downloadable|0.9", (long) MISHANDLED));
            List<JsonNode> kept = parked(ground, LaurelService.CERTIFICATES).stream()
                    .filter(one -> one.path("key").asText().startsWith(school.prefix()))
                    .toList();
            assertThat(kept)
                    .hasSize(MISHANDLED)
                    .allMatch(one -> one.path("code").asText().equals("failed"));
            certificates.execute("drop trigger drill_refuse on standing_fact");
            certificates.execute("drop function drill_refuse()");
            ParkedEvents operator = new ParkedEvents(ground.operators());
            kept.forEach(one ->
                    operator.replay(LaurelService.CERTIFICATES, one.path("id").asText()));
            Map<String, Long> replayed = grades(certificates, school);
            assertThat(replayed).isEqualTo(Map.of(RIGHT, (long) MISHANDLED));
            ground.settle();
            Census census = Census.of(Topics.read(stack.kafkaBootstrap(), school::has));
            assertThat(census.doubled()).isEmpty();
            assertThat(census.outOfOrder()).isEmpty();
            Report.of("records that a fault of the service has parked, replayed after the mend")
                    .line("parked, and replayed", kept.size())
                    .line("  in the state of the right order before the replay", mishandled.getOrDefault(RIGHT, 0L))
                    .line("  in the state of the right order after it", replayed.getOrDefault(RIGHT, 0L))
                    .print();
        }
    }

    private static void assertParked(List<JsonNode> parked, List<Sent> poison)
            throws ExecutionException, InterruptedException {
        Map<String, JsonNode> byPosition = new HashMap<>();
        parked.forEach(one -> byPosition.put(
                one.path("topic").asText() + one.path("partition").asInt() + "@"
                        + one.path("offset").asLong(),
                one));
        for (Sent sent : poison) {
            RecordMetadata position = sent.position().get();
            JsonNode one = byPosition.get(position.topic() + position.partition() + "@" + position.offset());
            assertThat(one).as("%s", sent.kind()).isNotNull();
            assertThat(one.path("code").asText()).isEqualTo(sent.kind().code());
            assertThat(one.path("detail").asText()).isNotEmpty();
            assertThat(one.path("key").asText())
                    .isEqualTo(new String(sent.record().key(), StandardCharsets.UTF_8));
            assertThat(one.path("value").textValue())
                    .isEqualTo(text(sent.record().value()));
            Map<String, String> headers = new TreeMap<>();
            sent.record()
                    .headers()
                    .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
            Map<String, String> kept = new TreeMap<>();
            one.path("headers")
                    .properties()
                    .forEach(header ->
                            kept.put(header.getKey(), header.getValue().asText()));
            assertThat(kept).isEqualTo(headers);
        }
    }

    private static @Nullable String text(byte @Nullable [] bytes) {
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    /** What is malformed stays so: it can be discarded, not replayed. */
    private static void assertReplayRefused(Ground ground, LaurelService reader, List<Sent> poison, Report report) {
        ParkedEvents operator = new ParkedEvents(ground.operators());
        int refused = 0;
        for (JsonNode one : parked(ground, reader)) {
            try {
                operator.replay(reader, one.path("id").asText());
            } catch (StackFailure stillMalformed) {
                assertThat(stillMalformed.what()).contains(" answers 422: ");
                refused++;
            }
        }
        assertThat(refused).isEqualTo(poison.size());
        parked(ground, reader)
                .forEach(one -> operator.discard(reader, one.path("id").asText()));
        assertThat(parked(ground, reader)).isEmpty();
        report.line("replays refused by " + reader.label() + " with 422, then discarded", refused);
    }

    private static List<JsonNode> parked(Ground ground, LaurelService service) {
        List<JsonNode> all = new ArrayList<>();
        List<JsonNode> page;
        String after = "0";
        do {
            page = ground.operators().list(service, "/parked-events?limit=500&after=" + after);
            all.addAll(page);
            after = page.isEmpty() ? after : page.getLast().path("id").asText();
        } while (!page.isEmpty());
        return all;
    }

    private static void refuse(Sql certificates, School school) {
        certificates.execute("create function drill_refuse() returns trigger language plpgsql as $$ begin "
                + "raise exception 'a fault of the service'; end $$");
        certificates.execute(
                "create trigger drill_refuse before insert on standing_fact for each row when (new.learner_id like '%s%%' and new.grade = %s) execute function drill_refuse()"
                        .formatted(school.prefix(), REFUSED_GRADE));
    }

    private static Map<String, Long> grades(Sql certificates, School school) {
        return certificates.numbers(
                "select status, grade, count(*) from certificate where learner_id like ? group by 1, 2",
                school.prefix() + "%");
    }

    private static Attempt attempt(School school, Learner learner, String grade) {
        return new Attempt(learner, school.course(), Attempt.VERIFIED, 1, true, new BigDecimal(grade));
    }
}
