package org.laurel.enrollment.oneroster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.laurel.enrollment.importing.Imports.ZIP;
import static org.laurel.enrollment.importing.Imports.ended;
import static org.laurel.enrollment.importing.Imports.get;
import static org.laurel.enrollment.importing.Imports.send;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.laurel.enrollment.Scene;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.RepositoryRoot;
import org.laurel.kit.test.Tokens;

/** The bundle of the guide becomes what the guide says. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class GuideExampleTest {

    private static final Pattern FILE = Pattern.compile("`(\\w+\\.csv)`\n```csv\n(.*?)```", Pattern.DOTALL);
    private static final Pattern REPORT = Pattern.compile("as `rows.csv` tells:\n```csv\n(.*?)```", Pattern.DOTALL);

    @Test
    void theExampleIsImportedAsTheGuideSays() throws IOException {
        // Given
        String guide = Files.readString(RepositoryRoot.find().resolve("docs/enrollment/import.md"));
        Map<String, String> files = new LinkedHashMap<>();
        FILE.matcher(guide).results().forEach(file -> files.put(file.group(1), file.group(2)));
        Matcher report = REPORT.matcher(guide);
        assertThat(report.find()).isTrue();
        byte[] bundle = Zip.of(files);
        imported(bundle, "?dry_run=true")
                .body(
                        "counts.created",
                        equalTo(8),
                        "refused",
                        equalTo(Map.of("role_not_imported", 1, "class_unknown", 1)));

        // When
        ValidatableResponse done = imported(bundle, "");

        // Then
        done.body("kind", equalTo("oneroster"), "parts", equalTo(3), "rows", equalTo(10));
        long id = done.extract().jsonPath().getLong("id");
        assertThat(get("/" + id + "/rows.csv").extract().asString().replace("\r\n", "\n"))
                .isEqualTo(report.group(1));
        imported(bundle, "").body("counts", equalTo(Map.of("unchanged", 8)));
        Scene.get(Tokens.staff(), "/learners/user-1")
                .body("name", equalTo("Ada Lovelace"), "username", equalTo("ada.l"), "is_active", equalTo(true));
        Scene.get(Tokens.staff(), "/learners/user-2").body("is_active", equalTo(false), "email", equalTo(""));
        Scene.get(Tokens.staff(), "/course-runs/course-v1:HillSchool%2BALG_1%2Bclass-1")
                .body("display_name", equalTo("Algebra in the morning"), "org", equalTo("HillSchool"))
                .body("start", equalTo("2025-09-01T00:00:00Z"), "end", equalTo("2026-06-26T00:00:00Z"));
        assertThat(Database.current().query("""
                select course_key, is_active, (created_at at time zone 'UTC')::text as created from enrollment
                where learner_id = 'user-1' order by course_key
                """))
                .extracting(Map::toString)
                .containsExactly(
                        "{course_key=course-v1:HillSchool+ALG+Online, is_active=false, created=2025-09-01 00:00:00}",
                        "{course_key=course-v1:HillSchool+ALG_1+class-1, is_active=true, created=2025-09-01 00:00:00}");
    }

    private static ValidatableResponse imported(byte[] bundle, String query) {
        return ended(
                send(ZIP, query, bundle).statusCode(202).extract().jsonPath().getLong("id"));
    }
}
