package org.laurel.completion.retirement.db;

import static org.laurel.kit.retirement.PersonalColumn.acted;
import static org.laurel.kit.retirement.PersonalColumn.own;

import jakarta.inject.Singleton;
import java.util.List;
import org.laurel.kit.retirement.PersonalColumn;
import org.laurel.kit.retirement.PersonalData;

/** The personal data of this service: usernames, and who published or started what. Completions name nobody, and stay. */
@Singleton
class CompletionPersonalData implements PersonalData {

    @Override
    public List<PersonalColumn> columns() {
        return List.of(
                own("learner", "username = ''"),
                acted("course_structure", "changed_by"),
                acted("block_types", "changed_by"),
                new PersonalColumn.Mentioned("block_types", "change_reason", "null", List.of("version bigint")),
                acted("verification", "created_by"));
    }

    @Override
    public List<String> words() {
        return usernames();
    }

    @Override
    public List<String> usernames() {
        return List.of("select learner_id, username from learner join gone using (learner_id)");
    }
}
