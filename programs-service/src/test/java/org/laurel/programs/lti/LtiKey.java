package org.laurel.programs.lti;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Gives tests a key for secrets, and a list of providers. */
public class LtiKey implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Map.of(
                "laurel.lti.secret-key", "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
                "laurel.lti.provider-types", "forum, meeting");
    }

    @Override
    public void stop() {}
}
