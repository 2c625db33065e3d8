package org.laurel.kit.brake;

/** The brake of a subject is being released; a service makes up for what it held back there. */
public record BrakeReleased(String subject, String by) {}
