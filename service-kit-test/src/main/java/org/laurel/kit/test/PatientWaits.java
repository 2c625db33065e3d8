package org.laurel.kit.test;

import io.quarkus.test.junit.callback.QuarkusTestBeforeClassCallback;
import java.time.Duration;
import org.awaitility.Awaitility;

/**
 * Lets every {@code await()} of a Quarkus test wait as long as the {@link KafkaProbe} does before it fails, instead of
 * Awaitility's ten seconds: a consumer that starts again or a job in its queue takes longer than that on a busy machine. It
 * looks more often, since most waits are over in a few milliseconds.
 */
public final class PatientWaits implements QuarkusTestBeforeClassCallback {

    private static final Duration LOOK = Duration.ofMillis(20);

    @Override
    public void beforeClass(Class<?> testClass) {
        Awaitility.setDefaultTimeout(KafkaProbe.PATIENCE);
        Awaitility.setDefaultPollInterval(LOOK);
    }
}
