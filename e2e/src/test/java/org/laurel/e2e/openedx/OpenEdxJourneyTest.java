package org.laurel.e2e.openedx;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.avro.generic.GenericRecord;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.laurel.e2e.openedx.Site.Heard;
import org.laurel.stack.LaurelService;
import org.laurel.stack.Stack;
import org.laurel.stack.StackFailure;
import org.laurel.stack.demo.Attempt;
import org.laurel.stack.demo.CourseRun;
import org.laurel.stack.demo.LaurelApi;
import org.laurel.stack.demo.Learner;
import org.laurel.stack.demo.Outcomes;
import org.laurel.stack.demo.Registration;
import org.laurel.stack.registry.RegistryServer;
import org.laurel.stack.rest.JsonClient;
import org.laurel.stack.token.TokenRequest;

/** A site tells in Avro that a learner enrolled and passed, and hears in Avro of the certificate. */
@ExtendWith(OpenEdxStack.class)
class OpenEdxJourneyTest {
    private static final String CERTIFICATES = "learning-certificate-lifecycle";
    private static final String ENROLLMENTS = "learning-enrollment-lifecycle";
    private static final long ADA = 7001;
    private static final Learner BOB = new Learner("bob", "7002", "user-7002", "User 7002");
    private static final CourseRun COURSE = new CourseRun("Compilers", "SiteX+Compilers+2025");
    private static final Instant CREATED = Instant.parse("2024-10-01T08:00:00Z");
    private static final Instant MONDAY = Instant.parse("2025-02-03T09:00:00Z");

    /** Not the mode in which the bridge says that a site enrolls where it knows of no modes. */
    private static final String HONOR = "honor";

    private static final String NAME = "select display_name from course_run where course_key = ?";
    private static final String MODES =
            "select string_agg(slug, ' ' order by slug) from course_mode where course_key = ? group by course_key";
    /** Who made an enrollment what it is. */
    private static final String AUTHOR = "select author from heard_state where learner_id = ? and kind = 'ENROLLMENT'";

    private final Stack stack;
    private final ModesOffer offer;
    private final String token;

    OpenEdxJourneyTest(Stack stack) {
        this.stack = stack;
        this.token = stack.tokens().issue(TokenRequest.role("service"));
        this.offer = new ModesOffer(new JsonClient(stack.baseUrl().toString(), token, Duration.ofSeconds(10)));
    }

    @Test
    void aPassingLearnerOfTheSiteGetsACertificateThatTheSiteHearsOfAndNothingOfItsOwn() {
        try (Site site = new Site(stack.kafkaBootstrap(), new Registry(registry()));
                LaurelApi api = new LaurelApi(stack.baseUrl().toString(), token)) {
            // Given
            site.tell(SiteEvents.courseRun(COURSE.key(), MONDAY));
            soon().untilAsserted(() -> offer.of(COURSE, HONOR));
            soon().untilAsserted(
                            () -> assertThat(inTheBridge(NAME, COURSE.key())).isEqualTo(COURSE.title()));
            soon().untilAsserted(
                            () -> assertThat(inTheBridge(MODES, COURSE.key())).isEqualTo("honor verified"));

            // When
            site.tell(SiteEvents.enrolled(ADA, COURSE.key(), Attempt.VERIFIED, CREATED, MONDAY.plusSeconds(60)));
            site.tell(SiteEvents.passing(ADA, COURSE.key(), true, MONDAY.plusSeconds(120)));

            // Then
            Learner ada = new Learner("ada", String.valueOf(ADA), "user-" + ADA, "User " + ADA);
            soon().untilAsserted(() ->
                    assertThat(new Outcomes(api).certificateStatus(ada, COURSE)).isEqualTo("downloadable"));
            soon().untilAsserted(
                            () -> assertThat(heard(site, CERTIFICATES).stream().map(Heard::type))
                                    .contains("org.openedx.learning.certificate.created.v1"));
            assertThat(heard(site, CERTIFICATES))
                    .allSatisfy(heard -> assertThat(heard.headers()).containsEntry("ce_source", "openedx/laurel/web"))
                    .filteredOn(heard -> heard.type().endsWith("created.v1"))
                    .singleElement()
                    .satisfies(OpenEdxJourneyTest::isAdasCertificate);
            nothingComesBack(site, api);
        }
    }

    private static void isAdasCertificate(Heard heard) {
        GenericRecord certificate = heard.argument();
        GenericRecord names = (GenericRecord) ((GenericRecord) certificate.get("user")).get("pii");
        GenericRecord course = (GenericRecord) certificate.get("course");
        assertThat(heard.isAbout(ADA)).isTrue();
        assertThat(names.get("email")).hasToString("7001@site.example");
        assertThat(course.get("course_key")).hasToString(COURSE.key());
        assertThat(course.get("display_name")).hasToString("Compilers");
        assertThat(certificate.get("mode")).hasToString(Attempt.VERIFIED);
        assertThat(certificate.get("current_status")).hasToString("downloadable");
    }

    /** The enrollment was the site's own. That of another learner, made here afterwards, shows that the bridge has passed it. */
    private void nothingComesBack(Site site, LaurelApi api) {
        soon().untilAsserted(() ->
                assertThat(inTheBridge(AUTHOR, String.valueOf(ADA))).isEqualTo("SITE"));
        Registration registration = new Registration(api);
        registration.learner(BOB);
        registration.enrollment(new Attempt(BOB, COURSE, Attempt.VERIFIED, 0, false, BigDecimal.ZERO));
        soon().untilAsserted(() -> assertThat(heard(site, ENROLLMENTS)).hasSize(3));
        assertThat(heard(site, ENROLLMENTS)).noneMatch(heard -> heard.isAbout(ADA));
        assertThat(heard(site, ENROLLMENTS))
                .extracting(heard -> heard.argument().get("mode").toString())
                .containsExactly(HONOR, HONOR, Attempt.VERIFIED);
        assertThat(bodies(site, "laurel.enrollment-requests")).hasSize(1);
        assertThat(bodies(site, "laurel.enrollments"))
                .singleElement()
                .satisfies(told -> assertThat(told.path("created_at").asText()).isEqualTo(CREATED.toString()));
    }

    /** What the site hears of this course run. */
    private static List<Heard> heard(Site site, String topic) {
        return site.heard(topic).stream()
                .filter(heard -> heard.isIn(COURSE.key()))
                .toList();
    }

    /** What lies on one of Laurel's topics about Ada. */
    private static List<JsonNode> bodies(Site site, String topic) {
        return site.records(topic).stream()
                .map(record -> json(record.value()))
                .filter(body -> body.path("learner_id").asText().equals(String.valueOf(ADA)))
                .toList();
    }

    /** What the bridge has heard so far; empty when it has heard nothing. */
    private String inTheBridge(String question, String about) throws SQLException {
        try (Connection connection = stack.database(LaurelService.BRIDGE).connect();
                PreparedStatement query = connection.prepareStatement(question)) {
            query.setString(1, about);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? rows.getString(1) : "";
            }
        }
    }

    private URI registry() {
        return RegistryServer.url(stack.registry().port());
    }

    private static ConditionFactory soon() {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptionsMatching(StackFailure.class::isInstance);
    }

    private static JsonNode json(byte[] value) {
        try {
            return new ObjectMapper().readTree(value);
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }
}
