package org.laurel.completion.xapi.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.laurel.completion.progress.domain.ProgressFact;
import org.laurel.completion.progress.domain.Tally;
import org.laurel.completion.progress.domain.Units;
import org.laurel.completion.standing.domain.CourseLearner;
import org.laurel.completion.structure.domain.Aggregate;
import org.laurel.completion.xapi.XapiRules;
import org.laurel.completion.xapi.domain.StatementRules;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;

class StatementJsonTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final StatementSettings settings = new StatementSettings(
            "topic",
            List.of("course"),
            Optional.of("https://lms.example.org"),
            Optional.of("a secret of at least 32 characters"),
            Optional.empty());
    private final StatementJson json = new StatementJson(JSON, settings, "completion", "0.1.0");

    @Property
    void isAlwaysAValidStatementWhateverItTells(
            @ForAll @LongRange(min = 1, max = 100_000) long possible,
            @ForAll @LongRange(min = 0) long any,
            @ForAll("types") String type,
            @ForAll("ids") String block,
            @ForAll("times") Instant time)
            throws JsonProcessingException {
        // Given
        Tally tally = new Tally(any % (possible * Units.ONE + 1), possible, 0, 0);
        CourseKey courseKey = new CourseKey("course-v1:Org+" + block + "+1");
        Aggregate aggregate =
                new Aggregate(1, "block-v1:Org+" + block + "+1+type@" + type + "+block@" + block, type, possible, 0);
        var fact = new ProgressFact.Progressed(
                new CourseLearner(courseKey, new LearnerId("42")), aggregate, tally, 1, time, Cause.of("test", "json"));

        // When
        JsonNode statement = JSON.readTree(json.of(
                StatementRules.tell(fact, new UUID(1, 2), new BlockObject().of(courseKey, aggregate, settings.lms()))));

        // Then
        assertThat(XapiRules.violations(statement)).isEmpty();
        assertThat(statement.at("/result/completion").asBoolean()).isEqualTo(tally.isComplete());
        assertThat(statement.path("result").path("extensions").iterator().next().decimalValue())
                .isEqualByComparingTo(StatementRules.progress(tally));
    }

    @Provide
    Arbitrary<String> types() {
        return Arbitraries.of("course", "chapter", "sequential", "vertical");
    }

    @Provide
    Arbitrary<String> ids() {
        return Arbitraries.strings()
                .withChars("aZ09._-~%{}[]^|`()!*;=:é名")
                .ofMinLength(1)
                .ofMaxLength(20);
    }

    @Provide
    Arbitrary<Instant> times() {
        return Arbitraries.longs()
                .between(
                        Instant.parse("0001-01-01T00:00:00Z").getEpochSecond(),
                        Instant.parse("9999-12-31T00:00:00Z").getEpochSecond())
                .map(seconds -> Instant.ofEpochSecond(seconds, Math.floorMod(seconds, 1_000_000_000L)));
    }
}
