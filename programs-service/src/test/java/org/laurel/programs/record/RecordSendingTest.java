package org.laurel.programs.record;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;
import org.laurel.kit.test.mail.MailServer;
import org.laurel.kit.test.mail.Mailbox;
import org.laurel.programs.Story;

/** Learners send their records to partners who give credit. Source: programs, records, send. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
@QuarkusTestResource(MailServer.class)
class RecordSendingTest {

    @Test
    void mailsThePartnerTheLink() {
        // Given
        RecordStory record = RecordStory.of("send", List.of(List.of("A")));
        long pathway = record.pathway(16_001, "credit", "published", "send@partner.example");

        // When
        ValidatableResponse answer = record.send(record.story().token(), pathway);

        // Then
        answer.statusCode(200).body(equalTo(""));
        Mailbox.await("send@partner.example", 1);
        Map<String, String> mail = Mailbox.parts("send@partner.example").getFirst();
        String link = record.shared();
        assertThat(mail.get("subject")).isEqualTo("Program record of Ada Lovelace: Program send");
        assertThat(mail.get("text")).contains(link, "Program send", "Pathway 16001");
        assertThat(mail.get("reply_to")).contains("user-send@example.org");
        assertThat(mail.get("from")).contains("no-reply@");
        record.read()
                .body("record.pathways.status", contains("sent"), "record.pathways.id", contains((int) pathway))
                .body("record.pathways.is_active", contains(true), "record.pathways.pathway_type", contains("credit"))
                .body("record.shared_program_record_uuid", notNullValue());
        given().queryParam("is_public", "true")
                .get("/records/api/v1/program_records/" + link.split("/")[4] + "/")
                .then()
                .body("record.pathways.status", contains(""));
    }

    @Test
    void sendsAgainWhenAskedAgainAndKeepsOneRow() {
        // Given
        RecordStory record = RecordStory.of("sendtwice", List.of(List.of("A")));
        long pathway = record.pathway(16_002, "credit", "published", "twice@partner.example");
        record.send(record.story().token(), pathway).statusCode(200);

        // When
        ValidatableResponse again = record.send(Tokens.staff(), "\"" + pathway + "\"");

        // Then
        again.statusCode(200);
        Mailbox.await("twice@partner.example", 2);
        assertThat(Database.current()
                        .query(
                                "select status from sent_record where learner_id = ?",
                                record.story().learnerId()))
                .extracting(row -> row.get("status"))
                .containsExactly("sent");
    }

    @Test
    void mailsOnceWhenTheRequestIsRepeatedUnderOneKey() {
        // Given
        RecordStory record = RecordStory.of("sendkey", List.of(List.of("A")));
        long pathway = record.pathway(16_003, "credit", "published", "key@partner.example");
        String body = "{\"username\": \"user-sendkey\", \"pathway_id\": " + pathway + "}";

        // When
        for (int i = 0; i < 2; i++) {
            given().auth()
                    .oauth2(record.story().token())
                    .header("Idempotency-Key", "send-once")
                    .contentType("application/json")
                    .body(body)
                    .post("/records/programs/{uuid}/send", record.story().program(1))
                    .then()
                    .statusCode(200);
        }

        // Then
        Mailbox.await("key@partner.example", 1);
        Mailbox.awaitNothingFor(record.story().learnerId());
        assertThat(Mailbox.of("key@partner.example")).hasSize(1);
    }

    /** Scenario 51. */
    @ParameterizedTest
    @CsvSource({
        "16010, credit, unpublished, a@partner.example",
        "16011, credit, retired, a@partner.example",
        "16012, industry, published, a@partner.example",
        "16013, credit, published, ",
        "16014, credit, published, ''"
    })
    void answers404ForPathwaysThatTakeNoRecords(long number, String type, String status, String email) {
        // Given
        RecordStory record = RecordStory.of("send" + number, List.of(List.of("A")));
        record.pathway(number, type, status, email);

        // When
        ValidatableResponse answer = record.send(record.story().token(), number);

        // Then
        answer.statusCode(404).body("error_code", equalTo("pathway_not_found"));
        assertThat(Database.current()
                        .query(
                                "select 1 from mail where learner_id = ?",
                                record.story().learnerId()))
                .isEmpty();
    }

    @Test
    void refusesInTheOrderThatClientsKnow() {
        // Given
        RecordStory record = RecordStory.of("sendno", List.of(List.of("A")));
        RecordStory other = RecordStory.of("sendother", List.of(List.of("A")));
        long pathway = other.pathway(16_020, "credit", "published", "no@partner.example");

        // When
        ValidatableResponse stranger = record.send(other.story().token(), pathway);

        // Then
        stranger.statusCode(403).body("error_code", equalTo("forbidden"));
        record.send(record.story().token(), pathway).statusCode(404).body("error_code", equalTo("pathway_not_found"));
        new RecordStory(new Story("sendnobody"))
                .send(Tokens.staff(), pathway)
                .statusCode(404)
                .body("error_code", equalTo("learner_not_found"));
        given().contentType("application/json")
                .body("{\"username\": \"user-sendno\", \"pathway_id\": 1}")
                .post("/records/programs/{uuid}/send", record.story().program(1))
                .then()
                .statusCode(401)
                .body("error_code", equalTo("unauthorized"));
        given().auth()
                .oauth2(Tokens.staff())
                .contentType("application/json")
                .body("{\"username\": \"user-sendno\", \"pathway_id\": " + pathway + "}")
                .post("/records/programs/{uuid}/send", record.story().program(9))
                .then()
                .statusCode(404)
                .body("error_code", equalTo("program_not_found"));
    }

    @Test
    void answers404WithoutACertificateConfiguration() {
        // Given
        RecordStory record = RecordStory.of("sendconf", List.of(List.of("A")));
        long pathway = record.pathway(16_030, "credit", "published", "conf@partner.example");
        Database.current()
                .execute(
                        "delete from program_certificate where program_uuid = ?::uuid",
                        record.story().program(1));

        // When
        ValidatableResponse answer = record.send(record.story().token(), pathway);

        // Then
        answer.statusCode(404).body("error_code", equalTo("certificate_not_configured"));
    }

    @ParameterizedTest
    @CsvSource({
        "null, invalid_request",
        "\"x\", unreadable_body",
        "1.5, invalid_request",
        "[], unreadable_body",
        "99999999999999999999, invalid_request",
    })
    void answers400ForWhatIsNoNumberOfAPathway(String pathway, String code) {
        // Given
        RecordStory record = new RecordStory(new Story("sendbad"));

        // When
        ValidatableResponse answer = record.send(Tokens.staff(), pathway);

        // Then
        answer.statusCode(400).body("error_code", equalTo(code));
    }

    /** Partners who were sent a record are told when the program is completed: once, and not after the link was taken back. */
    @Test
    void tellsPartnersWhenTheProgramIsCompleted() {
        // Given
        RecordStory record = RecordStory.of("sendnews", List.of(List.of("A")));
        long told = record.pathway(16_040, "credit", "published", "news@partner.example");
        record.pathway(16_041, "credit", "published", "never@partner.example");
        record.send(record.story().token(), told).statusCode(200);
        Mailbox.await("news@partner.example", 1);

        // When
        record.certified(2, "A");

        // Then
        List<String> mails = Mailbox.await("news@partner.example", 2);
        assertThat(mails.getLast()).contains("has completed the program", record.shared());
        Mailbox.awaitNothingFor(record.story().learnerId());
        assertThat(Mailbox.of("never@partner.example")).isEmpty();
    }

    /** What counts is that the credential holds for the first time, not that there is one. */
    @Test
    void tellsPartnersOfTheFirstAwardThoughTheCredentialWasMadeAsRevoked() {
        // Given
        RecordStory record = RecordStory.of("sendrevoked", List.of(List.of("A")));
        long told = record.pathway(16_042, "credit", "published", "revoked@partner.example");
        record.send(record.story().token(), told).statusCode(200);
        Mailbox.await("revoked@partner.example", 1);
        decide(record, "revoked");

        // When
        decide(record, "awarded");

        // Then
        List<String> mails = Mailbox.await("revoked@partner.example", 2);
        assertThat(mails.getLast()).contains("has completed the program");
        decide(record, "revoked");
        decide(record, "awarded");
        Mailbox.awaitNothingFor(record.story().learnerId());
        assertThat(Mailbox.of("revoked@partner.example")).hasSize(2);
    }

    private static void decide(RecordStory record, String status) {
        given().auth()
                .oauth2(Tokens.staff())
                .contentType("application/json")
                .body("{\"username\": \"%s\", \"status\": \"%s\", \"credential\": {\"program_uuid\": \"%s\"}}"
                        .formatted(
                                record.story().username(),
                                status,
                                record.story().program(1)))
                .post("/api/v2/credentials/")
                .then()
                .statusCode(201);
    }

    @Test
    void sendsThoughTheLearnersAddressIsNone() {
        // Given
        RecordStory record = RecordStory.of("sendodd", List.of(List.of("A")));
        long pathway = record.pathway(16_043, "credit", "published", "odd@partner.example");
        Database.current()
                .execute(
                        "update learner set email = 'two words@example.org' where learner_id = ?",
                        record.story().learnerId());

        // When
        ValidatableResponse answer = record.send(record.story().token(), pathway);

        // Then
        answer.statusCode(200);
        Mailbox.await("odd@partner.example", 1);
        assertThat(Mailbox.parts("odd@partner.example").getFirst().get("reply_to"))
                .isNotEqualTo("two words@example.org");
    }

    @Test
    void tellsNobodyAfterTheLinkWasTakenBack() {
        // Given
        RecordStory record = RecordStory.of("sendquiet", List.of(List.of("A")));
        long pathway = record.pathway(16_050, "credit", "published", "quiet@partner.example");
        record.send(record.story().token(), pathway).statusCode(200);
        Mailbox.await("quiet@partner.example", 1);
        given().auth()
                .oauth2(record.story().token())
                .delete("/api/programs/v1/learners/user-sendquiet/records/"
                        + record.story().program(1) + "/share")
                .then()
                .statusCode(204);

        // When
        record.certified(2, "A");

        // Then
        Mailbox.awaitNothingFor(record.story().learnerId());
        assertThat(Mailbox.of("quiet@partner.example")).hasSize(1);
    }
}
