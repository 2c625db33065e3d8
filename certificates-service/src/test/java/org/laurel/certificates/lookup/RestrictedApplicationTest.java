package org.laurel.certificates.lookup;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;

/** Applications that a learner or an organisation let in, certificates, REST read API. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class RestrictedApplicationTest {

    private static final String DETAIL = "/api/certificates/v0/certificates/{u}/courses/{c}/";
    private static final String LIST = "/api/certificates/v0/certificates/{u}/";
    private static final String STATUS = "/api/certificates/v1/learners/{u}/courses/{c}/status";

    @Test
    void anApplicationReadsACertificateOfItsOrganisationForItsUser() {
        // Given
        Told told = granted("app-detail");

        // When
        var answer = told.get(DETAIL, application(told, "content_org:Other", "content_org:Org", "user:me"));

        // Then
        answer.statusCode(200).body("status", equalTo("downloadable"));
    }

    @Test
    void withoutUserFilterItReadsThoseOfAllLearnersOfItsOrganisation() {
        // Given
        Told told = granted("app-anybody");
        Told another = granted("app-another");

        // When
        var answer = told.get(DETAIL, application(another, "content_org:Org"));

        // Then
        answer.statusCode(200).body("status", equalTo("downloadable"));
    }

    @ParameterizedTest
    @CsvSource({
        "certificates:read, content_org:Other;user:me, forbidden",
        "certificates:read, user:me, forbidden",
        "certificates:read, content_org:Org;user:me;cohort:blue, filter_unknown",
        "grades:read, content_org:Org;user:me, scope_missing",
    })
    void whatTheTokenDoesNotCoverIsRefused(String scope, String filters, String errorCode) {
        // Given
        Told told = granted("app-refused-" + errorCode + filters.length());

        // When
        var answer = told.get(DETAIL, applicationWith(scope, told, filters.split(";")));

        // Then
        answer.statusCode(403).body("error_code", equalTo(errorCode));
    }

    @Test
    void aTokenBoundToAUserReadsNobodyElses() {
        // Given
        Told told = granted("app-bound");
        Told another = granted("app-bound-other");

        // When
        var answer = told.get(DETAIL, application(another, "content_org:Org", "user:me"));

        // Then
        answer.statusCode(403).body("error_code", equalTo("forbidden"));
    }

    @Test
    void aStaffMembersApplicationIsNoStaff() {
        // Given
        Told told = granted("app-staff");

        // When
        var answer = told.get(DETAIL, Tokens.applicationWithoutScope());

        // Then
        answer.statusCode(403).body("error_code", equalTo("scope_missing"));
    }

    @Test
    void aListNeedsTheFilterOfTheUserWhateverTheLearnerShows() {
        // Given
        Told told = granted("app-list").showingToAll();
        Told another = granted("app-list-other");

        // When
        var own = told.get(LIST, application(told, "user:me"));
        var ofOrganisation = told.get(LIST, application(told, "content_org:Org"));
        var ofAnother = told.get(LIST, application(another, "user:me"));

        // Then
        own.statusCode(200).body("course_id", contains(told.course()));
        ofOrganisation.statusCode(403);
        ofAnother.statusCode(403);
    }

    @Test
    void aListHoldsTheNamedOrganisationsOnly() {
        // Given
        Told told = granted("app-orgs");
        Told elsewhere = new Told("app-orgs", "app-orgs", "Elsewhere")
                .inRun()
                .enrolled("verified")
                .passing("0.9", 20);

        // When
        var named = told.get(LIST, application(told, "user:me", "content_org:Org"));
        var both = told.get(LIST, application(told, "user:me", "content_org:Org", "content_org:Elsewhere"));
        var other = told.get(LIST, application(told, "user:me", "content_org:Nowhere"));

        // Then
        named.statusCode(200).body("course_id", contains(told.course()));
        both.statusCode(200).body("course_id", containsInAnyOrder(told.course(), elsewhere.course()));
        other.statusCode(200).body("", empty());
    }

    @Test
    void nothingElseIsOpenToIt() {
        // Given
        Told told = granted("app-elsewhere");

        // When
        var status = told.get(STATUS, application(told, "content_org:Org", "user:me"));

        // Then
        status.statusCode(403).body("error_code", equalTo("not_for_applications"));
    }

    private static String application(Told user, String... filters) {
        return applicationWith("certificates:read", user, filters);
    }

    private static String applicationWith(String scope, Told user, String... filters) {
        return Tokens.application(user.learnerId(), user.username(), Set.of(scope), Set.of(filters));
    }

    private static Told granted(String word) {
        return new Told(word).inRun().enrolled("verified").passing("0.88", 20);
    }
}
