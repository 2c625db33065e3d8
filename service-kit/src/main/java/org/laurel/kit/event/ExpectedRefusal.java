package org.laurel.kit.event;

/**
 * A sound record that does not concern this service's other end, such as one about a learner whom a bridge's site does not
 * have. It is parked like any other, for an operator to see, but says nothing about a fault: however many there are, they do
 * not count towards the brake.
 */
public class ExpectedRefusal extends UnprocessableEvent {

    private static final long serialVersionUID = 1;

    /**
     * Refuses a record.
     *
     * @param code as in {@link UnprocessableEvent}
     * @param detail likewise
     */
    public ExpectedRefusal(String code, String detail) {
        super(code, detail);
    }
}
