package org.laurel.certificates.htmlview;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurel.certificates.htmlview.db.HtmlViewQuery;
import org.laurel.certificates.htmlview.domain.HtmlViewConfiguration;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.revision.Revise;
import org.laurel.kit.revision.Revising;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class HtmlViewQueryTest {

    private final HtmlViewQuery query;
    private final Revising revising;

    HtmlViewQueryTest(HtmlViewQuery query, Revising revising) {
        this.query = query;
        this.revising = revising;
    }

    @BeforeEach
    @AfterEach
    void forgetRevisions() {
        Database.current().execute("delete from setting_revision where subject = 'html-view'");
    }

    @Test
    void pagesReadTheNewestRevision() {
        // Given
        say("{\"default\": {\"colour\": \"blue\"}}");
        say(
                "{\"default\": {\"colour\": \"red\", \"sizes\": [1, 2], \"none\": null}, \"honor\": {\"colour\": \"gold\"}}");

        // When
        HtmlViewConfiguration current = query.current();

        // Then
        assertThat(current.forAll())
                .containsEntry("colour", "red")
                .containsEntry("sizes", List.of(1, 2))
                .containsEntry("none", null);
        assertThat(current.onlyFor("honor")).containsEntry("colour", "gold");
    }

    @Test
    void pagesReadNothingBeforeTheFirstRevision() {
        // When
        HtmlViewConfiguration current = query.current();

        // Then
        assertThat(current.forAll()).isEqualTo(Map.of());
        assertThat(current.onlyFor("verified")).isEqualTo(Map.of());
    }

    private void say(String configuration) {
        revising.apply(List.of(new Revise(
                HtmlViewConfiguration.SUBJECT,
                true,
                configuration,
                Instant.parse("2026-02-03T04:05:06Z"),
                Cause.of("test", "test"))));
    }
}
