package org.laurel.completion.xapi;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A deployment whose statements go to a learning record store. */
public class LrsDeployment implements QuarkusTestResourceLifecycleManager {

    static final String LMS = "https://lms.example.org";
    static final String SECRET = "a secret of at least 32 characters";

    /** Of the user {@code laurel} with the password {@code no:secret}. */
    private static final String BASIC = "Basic bGF1cmVsOm5vOnNlY3JldA==";

    private static volatile @Nullable LearningRecordStore store;

    /** The store of the application that runs now. */
    static LearningRecordStore store() {
        return Objects.requireNonNull(store);
    }

    @Override
    public Map<String, String> start() {
        LearningRecordStore started = new LearningRecordStore(BASIC);
        store = started;
        return Map.of(
                "laurel.completion.xapi.delivery", "lrs",
                "laurel.completion.xapi.lms-root", LMS + "/",
                "laurel.completion.xapi.actor-secret", SECRET,
                "laurel.completion.xapi.lrs.endpoint", started.endpoint() + "/",
                "laurel.completion.xapi.lrs.user", "laurel",
                "laurel.completion.xapi.lrs.password", "no:secret",
                "laurel.completion.xapi.lrs.timeout", "PT2S",
                "laurel.completion.xapi.lrs.batch-size", "5",
                "laurel.completion.xapi.lrs.first-retry", "PT0.05S");
    }

    @Override
    public void stop() {
        store().close();
    }
}
