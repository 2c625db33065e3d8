package org.laurel.enrollment.retirement;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurel.enrollment.Scene;
import org.laurel.enrollment.cohort.CohortScene;
import org.laurel.enrollment.cohort.app.CohortPlacement;
import org.laurel.enrollment.cohort.app.MembershipAdoption;
import org.laurel.enrollment.cohort.domain.CohortKey;
import org.laurel.enrollment.cohort.domain.PlacementCommand.Enter;
import org.laurel.enrollment.cohort.domain.PlacementCommand.Leave;
import org.laurel.enrollment.cohort.domain.PlacementOutcome;
import org.laurel.enrollment.cohort.domain.ToldMembership;
import org.laurel.enrollment.entitlement.app.Entitling;
import org.laurel.enrollment.entitlement.domain.EntitlementCommand.Grant;
import org.laurel.enrollment.entitlement.domain.EntitlementKey;
import org.laurel.enrollment.entitlement.domain.EntitlementOutcome;
import org.laurel.enrollment.entitlement.domain.EntitlementRefusal;
import org.laurel.enrollment.entitlement.domain.EntitlementTerms;
import org.laurel.enrollment.fact.domain.BusinessTime;
import org.laurel.enrollment.fact.domain.FactKind;
import org.laurel.enrollment.role.app.RoleAssignment;
import org.laurel.enrollment.role.domain.AccessRole;
import org.laurel.enrollment.role.domain.RoleKey;
import org.laurel.enrollment.role.domain.RoleOutcome;
import org.laurel.enrollment.role.domain.RoleScope;
import org.laurel.enrollment.role.domain.SetRole;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.FactOrder;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;

/** What is told of learners after they are retired brings nothing back; until then whatever they have can end. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class LateFactsTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Cause CAUSE = Cause.of("platform", "late");

    private final Scene scene = new Scene();
    private final CourseKey courseKey = new CourseKey(scene.course());
    private final LearnerId gone = new LearnerId(scene.id("gone"));
    private final LearnerId stays = new LearnerId(scene.id("stays"));

    @Inject
    RoleAssignment roles;

    @Inject
    Entitling entitling;

    @Inject
    CohortPlacement placement;

    @Inject
    MembershipAdoption adoption;

    @BeforeEach
    void retire() {
        scene.open("audit");
        Database.current()
                .execute(
                        "insert into retired_person (learner_id, retired_at, erased_at) values (?, now(), now())",
                        gone.value());
    }

    @Test
    void aRetiredLearnerGetsNoRole() {
        // Given
        List<SetRole> commands = List.of(role(gone, true), role(stays, true));

        // When
        List<RoleOutcome> outcomes = roles.apply(commands);

        // Then
        assertThat(outcomes).hasExactlyElementsOfTypes(RoleOutcome.Retired.class, RoleOutcome.Changed.class);
        assertThat(rows("course_role", gone)).isZero();
        assertThat(rows("course_role", stays)).isEqualTo(1);
    }

    @Test
    void aRetiredLearnerIsEntitledToNothing() {
        // Given
        scene.register("stays");
        List<Grant> commands = List.of(grant(gone), grant(stays));

        // When
        List<EntitlementOutcome> outcomes = entitling.apply(commands);

        // Then
        assertThat(outcomes.getFirst()).isEqualTo(new EntitlementOutcome.Refused(EntitlementRefusal.LEARNER_RETIRED));
        assertThat(outcomes.getLast()).isInstanceOf(EntitlementOutcome.Changed.class);
        assertThat(rows("entitlement", gone)).isZero();
    }

    @Test
    void aRetiredLearnerEntersNoCohort() {
        // Given
        CohortKey blue = new CohortKey(courseKey, new CohortScene(scene).make("Blue", "manual"));

        // When
        List<PlacementOutcome> outcomes = placement.apply(List.of(enter(gone, blue), enter(stays, blue)));

        // Then
        assertThat(outcomes).hasExactlyElementsOfTypes(PlacementOutcome.Retired.class, PlacementOutcome.Entered.class);
        assertThat(rows("cohort_membership", gone)).isZero();
        assertThat(rows("cohort_membership", stays)).isEqualTo(1);
    }

    @Test
    void whatIsToldOfARetiredLearnerMakesNoCohort() {
        // Given
        List<ToldMembership> facts = List.of(told(gone, 7, "Blue"), told(stays, 8, "Red"));

        // When
        List<PlacementOutcome> outcomes = adoption.apply(facts);

        // Then
        assertThat(outcomes).hasExactlyElementsOfTypes(PlacementOutcome.Retired.class, PlacementOutcome.Entered.class);
        assertThat(Database.current()
                        .value("select string_agg(name, ',') from cohort where course_key = ?", courseKey.value()))
                .isEqualTo("Red");
        assertThat(rows("cohort_membership", gone)).isZero();
    }

    @Test
    void whoHasOnlyAskedToBeRetiredLosesRolesAndCohorts() {
        // Given
        scene.register("stays");
        CohortKey blue = new CohortKey(courseKey, new CohortScene(scene).make("Blue", "manual"));
        var given = roles.apply(List.of(role(stays, true)));
        var entered = placement.apply(List.of(enter(stays, blue)));
        Departing.request(scene, "stays");

        // When
        List<RoleOutcome> taken = roles.apply(List.of(role(stays, false)));

        // Then
        assertThat(taken).hasOnlyElementsOfType(RoleOutcome.Changed.class).hasSameSizeAs(given);
        assertThat(placement.apply(List.of(new Leave(stays, blue, asked(), CAUSE))))
                .hasOnlyElementsOfType(PlacementOutcome.Left.class)
                .hasSameSizeAs(entered);
    }

    private SetRole role(LearnerId learnerId, boolean isMember) {
        return new SetRole(
                new RoleKey(learnerId, new RoleScope.Run(courseKey), AccessRole.STAFF), isMember, asked(), CAUSE);
    }

    private static Grant grant(LearnerId learnerId) {
        return new Grant(
                UUID.randomUUID(),
                new EntitlementKey(learnerId, UUID.randomUUID()),
                new EntitlementTerms("verified", null, null, null),
                NOON,
                CAUSE);
    }

    private static Enter enter(LearnerId learnerId, CohortKey cohort) {
        return new Enter(learnerId, cohort, asked(), CAUSE);
    }

    private ToldMembership told(LearnerId learnerId, long cohort, String name) {
        FactOrder place = new FactOrder(
                NOON,
                FactOrder.NO_SEQUENCE,
                FactKind.COHORT_MEMBERSHIP_REQUESTED.rank(),
                "/platform",
                UUID.randomUUID().toString());
        return new ToldMembership(
                learnerId, new CohortKey(courseKey, cohort), name, true, new BusinessTime.Told(place), CAUSE);
    }

    private static BusinessTime asked() {
        return new BusinessTime.Asked(NOON, UUID.randomUUID().toString());
    }

    private static int rows(String table, LearnerId learnerId) {
        return Database.current()
                .query("select 1 from " + table + " where learner_id = ?", learnerId.value())
                .size();
    }
}
