package org.laurel.bridge.outbound.kafka;

import org.laurel.bridge.openedx.event.UserData;
import org.laurel.bridge.openedx.event.UserPersonalData;
import org.laurel.bridge.outbound.app.SiteUser;
import org.laurel.bridge.person.domain.Person;

/** Learners as users of the Open edX site. */
final class OpenEdxUser {

    private OpenEdxUser() {}

    static UserData of(Person person) {
        return new UserData(
                number(person.id().value()),
                person.isActive(),
                new UserPersonalData(person.username(), person.email(), person.name()));
    }

    private static long number(String learnerId) {
        SiteUser.require(learnerId);
        return Long.parseLong(learnerId);
    }
}
