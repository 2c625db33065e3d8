package org.laurel.certificates.learner;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.laurel.certificates.learner.db.LearnerDirectory;
import org.laurel.certificates.learner.db.LearnerQuery;
import org.laurel.certificates.learner.domain.Learner;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.test.LaurelInfrastructure;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class LearnerQueryTest {

    @Inject
    LearnerDirectory directory;

    @Inject
    LearnerQuery learners;

    @Test
    void findsByUsernameAndByEmailIgnoringCase() {
        // Given
        Learner ada = saved("lq-ada", "Lq-Ada", "Ada@Lq.example", 1);
        Learner bob = saved("lq-bob", "lq-bob", "bob@lq.example", 1);

        // When
        Map<String, Learner> found = learners.byUsernamesOrEmails(List.of(
                "lq-ADA", "ada@lq.EXAMPLE", "bob@lq.example", "bob@lq.example", "nobody@lq.example", "", "a\0b"));

        // Then
        assertThat(found)
                .containsOnly(
                        Map.entry("lq-ADA", ada), Map.entry("ada@lq.EXAMPLE", ada), Map.entry("bob@lq.example", bob));
        assertThat(learners.byUsernameOrEmail("BOB@lq.example")).contains(bob);
        assertThat(learners.byUsernameOrEmail("nobody")).isEmpty();
    }

    @Test
    void aUsernameBeatsAnEmailAddressAndTheNewestAccountAnOlderOne() {
        // Given
        saved("lq-mail", "lq-other", "lq-odd@lq.example", 9);
        Learner named = saved("lq-named", "lq-odd@lq.example", "named@lq.example", 1);
        saved("lq-old", "lq-handed-over", "old@lq.example", 1);
        Learner newer = saved("lq-new", "lq-handed-over", "new@lq.example", 2);

        // When
        Map<String, Learner> found = learners.byUsernamesOrEmails(List.of("lq-odd@lq.example", "lq-handed-over"));

        // Then
        assertThat(found).containsOnly(Map.entry("lq-odd@lq.example", named), Map.entry("lq-handed-over", newer));
    }

    @Test
    void nobodyIsFoundByAnEmptyAddress() {
        // Given
        saved("lq-without", "lq-without", "", 1);

        // When
        Map<String, Learner> found = learners.byUsernamesOrEmails(List.of("", " "));

        // Then
        assertThat(found).isEmpty();
    }

    /** A retirement leaves a blank username. */
    @Test
    void nobodyIsFoundByABlankUsername() {
        // Given
        saved("lq-retired", "", "", 1);

        // When
        var found = List.of(learners.byUsername(""), learners.byUsername(" "), learners.byUsernameOrEmail(""));

        // Then
        assertThat(found).allMatch(java.util.Optional::isEmpty);
    }

    @Test
    void findsById() {
        // Given
        Learner carl = saved("lq-carl", "lq-carl", "carl@lq.example", 1);

        // When
        Map<LearnerId, Learner> found = learners.byIds(List.of(carl.id(), new LearnerId("lq-unknown")));

        // Then
        assertThat(found).containsOnly(Map.entry(carl.id(), carl));
        assertThat(learners.byId(carl.id())).contains(carl);
        assertThat(learners.byId(new LearnerId("lq-unknown"))).isEmpty();
    }

    private Learner saved(String id, String username, String email, int day) {
        Learner learner = new Learner(
                new LearnerId(id), username, email, "Name", true, 1, Instant.parse("2026-02-0" + day + "T00:00:00Z"));
        directory.save(List.of(learner));
        return learner;
    }
}
