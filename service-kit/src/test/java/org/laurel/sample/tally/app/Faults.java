package org.laurel.sample.tally.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Lets a test break the use case for one subject, a number of times. */
@ApplicationScoped
public class Faults {

    private final Map<String, Fault> planned = new ConcurrentHashMap<>();

    /** What is to happen the next {@code times} times that the subject is touched. */
    public void plan(String subject, int times, Runnable breaking) {
        planned.put(subject, new Fault(new AtomicInteger(times), breaking));
    }

    /** Breaks when that is planned for the subject. */
    public void strike(String subject) {
        Fault fault = planned.get(subject);
        if (fault != null && fault.left().getAndDecrement() > 0) {
            fault.breaking().run();
        }
    }

    /** Whether everything planned for the subject has happened. */
    public boolean spent(String subject) {
        Fault fault = planned.get(subject);
        return fault == null || fault.left().get() <= 0;
    }

    private record Fault(AtomicInteger left, Runnable breaking) {}
}
