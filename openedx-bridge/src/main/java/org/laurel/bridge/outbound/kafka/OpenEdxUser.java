package org.laurel.bridge.outbound.kafka;

import java.util.regex.Pattern;
import org.laurel.bridge.openedx.event.UserData;
import org.laurel.bridge.openedx.event.UserPersonalData;
import org.laurel.bridge.person.domain.Person;
import org.laurel.kit.event.ExpectedRefusal;

/** Learners as users of the Open edX site. */
final class OpenEdxUser {

    private static final Pattern DECIMAL = Pattern.compile("0|[1-9][0-9]{0,17}");

    private OpenEdxUser() {}

    static UserData of(Person person) {
        return new UserData(
                number(person.id().value()),
                person.isActive(),
                new UserPersonalData(person.username(), person.email(), person.name()));
    }

    /**
     * Refuses a learner who cannot be a user of Open edX's.
     *
     * @throws ExpectedRefusal {@code learner_id_not_numeric}
     */
    static void require(String learnerId) {
        if (!DECIMAL.matcher(learnerId).matches()) {
            throw new ExpectedRefusal("learner_id_not_numeric", "Open edX knows its users by decimal numbers only");
        }
    }

    private static long number(String learnerId) {
        require(learnerId);
        return Long.parseLong(learnerId);
    }
}
