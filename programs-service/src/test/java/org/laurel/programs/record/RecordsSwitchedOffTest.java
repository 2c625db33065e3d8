package org.laurel.programs.record;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.revision.Revise;
import org.laurel.kit.revision.Revising;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.programs.settings.db.SiteSettingsContent;
import org.laurel.programs.settings.db.SiteSettingsQuery;
import org.laurel.programs.settings.domain.SiteSettings;

/** Where an organisation keeps no records, nobody reads any. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class RecordsSwitchedOffTest {

    private SiteSettings before;

    @BeforeEach
    void remember() {
        before = CDI.current().select(SiteSettingsQuery.class).get().current();
    }

    @AfterEach
    void restore() {
        set(before);
    }

    @Test
    void answers404AndLeavesTheProgramOut() {
        // Given
        RecordStory record = RecordStory.of("recoff", List.of(List.of("A"))).certified(2, "A");
        String link = record.shared();
        long pathway = record.pathway(16_100, "credit", "published", "off@partner.example");
        String own = "/records/programs/" + RecordStory.hex(record.story().program(1)) + "/";
        get(record, "/records/").statusCode(200).body(containsString(own));

        // When
        set(records(true, Map.of("Orgrecoff", false)));

        // Then
        record.read().statusCode(404).body("error_code", equalTo("record_not_found"));
        get(record, "/records/api/v1/program_records/").body("enrolled_programs", empty());
        get(record, "/api/programs/v1/learners/user-recoff/records").body("records", empty());
        get(record, own).statusCode(404);
        given().get(link).then().statusCode(404);
        given().get(link + "csv").then().statusCode(404);
        record.share(record.story().token()).statusCode(404).body("error_code", equalTo("program_not_found"));
        record.send(record.story().token(), pathway).statusCode(404).body("error_code", equalTo("program_not_found"));

        set(records(true, Map.of()));
        get(record, "/records/api/v1/program_records/").body("enrolled_programs.name", contains("Program recoff"));
        given().get(link).then().statusCode(200);
    }

    @Test
    void hasNoListWhereNobodyKeepsRecords() {
        // Given
        RecordStory record = RecordStory.of("recnone", List.of(List.of("A")));

        // When
        set(records(false, Map.of()));

        // Then
        get(record, "/records/").statusCode(404).body(containsString("Nothing to see here"));
    }

    private SiteSettings records(boolean site, Map<String, Boolean> exceptions) {
        return new SiteSettings(
                before.platformName(),
                before.credentialsEnabled(),
                before.programsWithoutCertificates(),
                before.configureNewPrograms(),
                site,
                exceptions,
                before.recordsHelpUrl(),
                before.partnerFromAddress(),
                before.completionMails(),
                before.forceProgramCertAuth(),
                before.marketingRoot(),
                before.commerceUrl());
    }

    private static void set(SiteSettings settings) {
        String content = CDI.current().select(SiteSettingsContent.class).get().write(settings);
        CDI.current()
                .select(Revising.class)
                .get()
                .apply(List.of(new Revise(SiteSettings.SUBJECT, true, content, Instant.now(), Cause.of("/test", "c"))));
    }

    private static ValidatableResponse get(RecordStory record, String path) {
        return given().auth().oauth2(record.story().token()).get(path).then();
    }
}
