package org.laurel.sample.bad.grading.app;

/** Waits for time instead of a condition. */
public class Sleeps {

    public void nap() throws InterruptedException {
        Thread.sleep(1);
    }
}
