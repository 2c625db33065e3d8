package org.laurel.enrollment.retirement;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.laurel.enrollment.Scene;
import org.laurel.enrollment.cohort.CohortScene;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.erasure.Traces;

/** Of a retired learner every column that can hold something personal is empty, whoever wrote it and whether it names her. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class ErasedRowsTest {

    /** What the features keep; each table is found by the learner's id, or by her address or username alone. */
    private static final String ROWS = """
            update learner set certificate_name = 'SECRET', verified_name = 'SECRET', change_reason = 'SECRET'
                where learner_id = 'ID';
            insert into profile (learner_id, city, state, language, location, bio, goals, mailing_address, phone_number, meta,
                    language_proficiencies, social_links, changed_by, change_reason, cause_id)
                values ('ID', 'SECRET', 'SECRET', 'SECRET', 'SECRET', 'SECRET', 'SECRET', 'SECRET', 'SECRET',
                    '{"a": "SECRET"}', '["SECRET"]', '{"a": "SECRET"}', 'staff', 'SECRET', 'c');
            update enrollment set change_reason = 'SECRET' where learner_id = 'ID';
            insert into enrollment_attribute values ('ID', 'COURSE', 0, 'SECRET', 'SECRET', 'SECRET');
            insert into enrollment_allowed (email, course_key, auto_enroll, created_at, changed_by, change_reason, cause_id)
                values ('EMAIL', 'COURSE', true, now(), 'staff', 'SECRET', 'c');
            insert into manual_enrollment (course_key, enrolled_by, enrolled_email, at, state_transition, reason, role,
                    cause_id)
                values ('COURSE', 'staff', 'EMAIL', now(), 'x', 'SECRET', 'SECRET', 'c');
            insert into bulk_enrollment_row (bulk_id, line, identifier, course_id)
                values (-NUMBER, 1, 'EMAIL', 'COURSE'), (-NUMBER, 2, 'USERNAME', 'COURSE'), (-NUMBER, 3, 'ID', 'COURSE');
            insert into cohort_preassignment select 'EMAIL', course_key, cohort_id, 'staff', 'c'
                from cohort where course_key = 'COURSE';
            insert into cohort_membership (learner_id, course_key, cohort_id, cohort_name, is_member, version, occurred_at,
                    changed_by, change_reason, cause_id)
                select 'ID', course_key, cohort_id, name, true, 1, now(), 'staff', 'SECRET', 'c'
                from cohort where course_key = 'COURSE';
            insert into course_role (learner_id, org, course_key, role, is_member, version, occurred_at, changed_by,
                    change_reason, cause_id)
                values ('ID', 'Test', 'COURSE', 'staff', true, 1, now(), 'staff', 'SECRET', 'c');
            insert into user_group (name, description, changed_by, cause_id) values ('g-NUMBER', '', 'staff', 'c');
            insert into user_group_member (group_id, learner_id, changed_by, change_reason, cause_id)
                select group_id, 'ID', 'staff', 'SECRET', 'c' from user_group where name = 'g-NUMBER';
            insert into email_opt_in values ('ID', 'Org', true, now(), 'staff', 'SECRET', 'c');
            insert into entitlement (uuid, learner_id, course_uuid, mode, order_number, version, created_at, occurred_at,
                    changed_by, change_reason, cause_id)
                values (gen_random_uuid(), 'ID', gen_random_uuid(), 'verified', 'SECRET', 1, now(), now(), 'staff', 'SECRET',
                    'c');
            insert into mail (kind, learner_id, recipient, detail, error, created_at, not_before, given_up_at)
                values ('password', 'ID', 'EMAIL', 'SECRET', 'SECRET', now(), now(), now());
            insert into one_time_key values (convert_to('SECRET', 'UTF8'), 'password', 'r-NUMBER', 'ID', now());
            insert into preference values ('ID', 'k', 'SECRET');
            insert into email_change values ('ID', 'r-NUMBER', 'SECRET@example.org', now(), now() + interval '1 day');
            insert into name_change (learner_id, name, rationale, state, requested_at, changed_by, change_reason, cause_id)
                values ('ID', 'SECRET', 'SECRET', 'pending', now(), 'staff', 'SECRET', 'c');
            insert into data_import (kind, dry_run, created_at, created_by, cause_id)
                values ('learners', false, now(), 'staff', 'c-NUMBER');
            insert into data_import_row (import_id, part, line, content)
                select i.id, 1, t.line, jsonb_build_object(t.member, t.value, 'bio', 'SECRET') from data_import i, (values
                    (1, 'learner_id', 'ID'), (2, 'user_id', 'ID'), (3, 'username', 'USERNAME'), (4, 'email', 'EMAIL'))
                    as t (line, member, value)
                where i.cause_id = 'c-NUMBER'
            """;

    private final Scene scene = new Scene();

    @Test
    void nothingIsLeftInAnyRow() {
        // Given
        String secret = "secret" + Integer.toUnsignedLong(scene.course().hashCode());
        scene.open("audit");
        scene.register("ada");
        scene.enrollAsService("ada", "").statusCode(200);
        new CohortScene(scene).make("Blue", "manual");
        Stream.of(ROWS.split(";")).forEach(row -> Database.current().execute(filled(row, secret)));
        assertThat(Traces.in(Database.current(), List.of(secret))).hasSizeGreaterThan(20);
        long id = Departing.request(scene, "ada");
        Database.current()
                .execute("update retirement set responses = ?, change_reason = ? where id = ?", secret, secret, id);

        // When
        Departing.endCoolingOff(id);

        // Then
        Departing.awaitErased(scene.id("ada"));
        Database.current().awaitEmptyOutbox();
        assertThat(Traces.in(Database.current(), List.of(secret, scene.email("ada"))))
                .isEmpty();
        assertThat(Database.current()
                        .query("select identifier from bulk_enrollment_row where course_id = ?", scene.course()))
                .extracting(row -> row.get("identifier"))
                .containsExactly("", "", "");
    }

    private String filled(String row, String secret) {
        return row.replace("SECRET", secret)
                .replace("COURSE", scene.course())
                .replace("NUMBER", secret.substring("secret".length()))
                .replace("USERNAME", scene.username("ada"))
                .replace("EMAIL", scene.email("ada"))
                .replace("ID", scene.id("ada"));
    }
}
