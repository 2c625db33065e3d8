package org.laurel.programs.lti;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Gives tests a key for secrets, and a list of providers. */
public class LtiKey implements QuarkusTestResourceLifecycleManager {

    /** The key that encrypts. */
    public static final String PRESENT = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    /** The key that encrypted before. */
    public static final String FORMER = "ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTA=";

    @Override
    public Map<String, String> start() {
        return Map.of("laurel.lti.secret-key", PRESENT + ", " + FORMER, "laurel.lti.provider-types", "forum, meeting");
    }

    @Override
    public void stop() {}
}
