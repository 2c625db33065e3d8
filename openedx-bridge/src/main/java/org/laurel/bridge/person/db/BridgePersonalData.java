package org.laurel.bridge.person.db;

import static org.laurel.kit.retirement.PersonalColumn.own;

import jakarta.inject.Singleton;
import java.util.List;
import org.laurel.kit.retirement.PersonalColumn;
import org.laurel.kit.retirement.PersonalData;

/** The personal data of the bridge: who learners are. What waits for a learner names nobody. */
@Singleton
class BridgePersonalData implements PersonalData {

    @Override
    public List<PersonalColumn> columns() {
        return List.of(own("learner", "username = ''", "email = ''", "name = ''"));
    }

    @Override
    public List<String> words() {
        return List.of(
                "select learner_id, unnest(array[username, email, name]) from learner join gone using (learner_id)");
    }

    @Override
    public List<String> usernames() {
        return List.of("select learner_id, username from learner join gone using (learner_id)");
    }
}
