package org.laurel.bridge.outbound.app;

import java.util.regex.Pattern;
import org.laurel.kit.event.ExpectedRefusal;

/** Knows which learners can be users of the Open edX site. */
public final class SiteUser {

    private static final Pattern DECIMAL = Pattern.compile("0|[1-9][0-9]{0,17}");

    private SiteUser() {}

    /**
     * Refuses a learner who cannot be one.
     *
     * @throws ExpectedRefusal {@code learner_id_not_numeric}
     */
    public static void require(String learnerId) {
        if (!DECIMAL.matcher(learnerId).matches()) {
            throw new ExpectedRefusal("learner_id_not_numeric", "Open edX knows its users by decimal numbers only");
        }
    }
}
