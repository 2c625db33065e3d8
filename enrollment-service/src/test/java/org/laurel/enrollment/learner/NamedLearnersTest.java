package org.laurel.enrollment.learner;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.laurel.enrollment.Scene;
import org.laurel.enrollment.learner.db.IdentifierQuery;
import org.laurel.enrollment.learner.db.NamedLearnerQueries;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.test.LaurelInfrastructure;

/** Whom a word means that several learners could be called by. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class NamedLearnersTest {

    private final Scene scene = new Scene();
    private final NamedLearnerQueries queries;
    private final IdentifierQuery identifiers;

    @Inject
    NamedLearnersTest(NamedLearnerQueries queries, IdentifierQuery identifiers) {
        this.queries = queries;
        this.identifiers = identifiers;
    }

    @Test
    void nobodyTakesAnothersPlaceByAUsernameThatLooksLikeAnAddress() {
        // Given
        String word = scene.email("ada");
        calledLike("bob", word);
        scene.register("ada");
        LearnerId ada = new LearnerId(scene.id("ada"));

        // When
        var anyName = queries.byAnyName(List.of(word));

        // Then
        assertThat(Objects.requireNonNull(anyName.get(word)).id()).isEqualTo(ada);
        assertThat(Objects.requireNonNull(
                                queries.byUsernamesOrEmails(List.of(word)).get(word))
                        .id())
                .isEqualTo(ada);
        assertThat(Objects.requireNonNull(identifiers.find(List.of(word)).get(word))
                        .id())
                .isEqualTo(ada);
    }

    @Test
    void aUsernameThatLooksLikeAnAddressIsFoundAsLongAsNobodyHasTheAddress() {
        // Given
        String word = scene.email("free");
        calledLike("bob", word);

        // When
        var named = queries.byUsernamesOrEmails(List.of(word));

        // Then
        assertThat(Objects.requireNonNull(named.get(word)).id()).isEqualTo(new LearnerId(scene.id("bob")));
        assertThat(Objects.requireNonNull(identifiers.find(List.of(word)).get(word))
                        .id())
                .isEqualTo(new LearnerId(scene.id("bob")));
    }

    private void calledLike(String name, String username) {
        scene.putLearner(name, "{\"username\": \"%s\", \"email\": \"%s\"}".formatted(username, scene.email(name)))
                .statusCode(201);
    }
}
