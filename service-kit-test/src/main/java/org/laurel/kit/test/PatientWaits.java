package org.laurel.kit.test;

import io.quarkus.test.junit.callback.QuarkusTestBeforeClassCallback;
import org.awaitility.Awaitility;

/**
 * Lets every {@code await()} of a Quarkus test wait as long as the {@link KafkaProbe} does before it fails, instead of
 * Awaitility's ten seconds: a consumer that starts again or a job in its queue takes longer than that on a busy machine.
 */
public final class PatientWaits implements QuarkusTestBeforeClassCallback {

    @Override
    public void beforeClass(Class<?> testClass) {
        Awaitility.setDefaultTimeout(KafkaProbe.PATIENCE);
    }
}
