package org.laurel.enrollment.learner;

import java.util.Locale;
import org.laurel.enrollment.Scene;
import org.laurel.kit.test.Database;

/**
 * A row about a learner in each table whose rows are told as they are. What must not leave begins with {@code secret-}. The
 * rows are of such states that nothing works on them.
 */
final class HeldBySql {

    private HeldBySql() {}

    /** Needs the learner and the scene's course run. */
    static void everything(Scene scene, String name) {
        belonging(scene, scene.id(name));
        requests(scene, scene.id(name));
        audit(scene, scene.id(name), scene.email(name));
    }

    /** The name of the scene's group. */
    static String group(Scene scene) {
        String text = scene.course();
        return text.substring(Math.max(0, text.length() - 32));
    }

    private static void belonging(Scene scene, String id) {
        Database database = Database.current();
        database.execute("""
                insert into course_role (learner_id, org, course_key, role, is_member, version, occurred_at, changed_by,
                    cause_id)
                values (?, 'Test', ?, 'instructor', true, 1, now(), 'secret-/1', 'secret-')
                """, id, scene.course());
        database.execute("""
                insert into cohort (course_key, cohort_id, name, assignment_type, changed_by, cause_id)
                values (?, 7, 'Early birds', 'manual', 'secret-/1', 'secret-')
                """, scene.course());
        database.execute("""
                insert into cohort_membership (learner_id, course_key, cohort_id, cohort_name, is_member, version, occurred_at,
                    changed_by, cause_id)
                values (?, ?, 7, 'Early birds', false, 2, now(), 'secret-/1', 'secret-')
                """, id, scene.course());
        database.execute("""
                with g as (insert into user_group (name, description, changed_by, cause_id)
                           values (?, 'Those who came first', 'secret-/1', 'secret-') returning group_id)
                insert into user_group_member (group_id, learner_id, changed_by, cause_id)
                select group_id, ?, 'secret-/1', 'secret-' from g
                """, group(scene), id);
        database.execute("""
                insert into entitlement (uuid, learner_id, course_uuid, mode, order_number, version, created_at, occurred_at,
                    changed_by, change_reason, cause_id)
                values (gen_random_uuid(), ?, gen_random_uuid(), 'verified', 'o-1', 1, now(), now(), 'secret-/1', 'secret-',
                    'secret-')
                """, id);
        database.execute("insert into preference (learner_id, key, value) values (?, 'pref-lang', 'nl')", id);
    }

    private static void requests(Scene scene, String id) {
        Database database = Database.current();
        database.execute("""
                insert into name_change (learner_id, name, rationale, state, requested_at, changed_by, change_reason, cause_id)
                values (?, 'Countess', 'title', 'pending', now(), 'secret-/1', 'secret-', 'secret-')
                """, id);
        database.execute("update name_change set state = 'rejected' where learner_id = ?", id);
        database.execute("""
                insert into email_change (learner_id, request_id, email, requested_at, expires_at)
                values (?, 'secret-' || ?, ?, '2026-01-02T00:00:00Z', '2100-01-01T00:00:00Z')
                """, id, id, scene.email("countess"));
        database.execute("""
                insert into registration (learner_id, requested_at, expires_at, activated_at)
                values (?, '2026-01-01T00:00:00Z', '2026-01-08T00:00:00Z', '2026-01-02T00:00:00Z')
                """, id);
        database.execute("""
                insert into retirement (learner_id, state, last_state, requested_at, due_at, cancelled_at, modified_at,
                    was_active, is_told, original_username, original_email, original_name, original_digest,
                    retired_username, retired_email, responses, changed_by, change_reason, cause_id)
                values (?, 'PENDING', 'PENDING', '2026-01-02T00:00:00Z', '2026-01-16T00:00:00Z', '2026-01-03T00:00:00Z',
                    '2026-01-03T00:00:00Z', true, true, '', '', '', 'secret-', 'secret-', 'secret-', 'secret-',
                    'secret-/1', 'secret-', 'secret-')
                """, id);
    }

    private static void audit(Scene scene, String id, String email) {
        String insert = """
                insert into manual_enrollment (learner_id, course_key, enrolled_by, enrolled_email, at, state_transition,
                    reason, role, cause_id)
                values (?, ?, 'secret-', ?, now(), ?, 'secret-', null, 'secret-')
                """;
        Database database = Database.current();
        database.execute(insert, id, scene.course(), email, "from unenrolled to enrolled");
        database.execute(insert, null, scene.course(), email.toUpperCase(Locale.ROOT), "allowed");
        database.execute(insert, "secret-" + id, scene.course(), email, "of another learner");
    }
}
