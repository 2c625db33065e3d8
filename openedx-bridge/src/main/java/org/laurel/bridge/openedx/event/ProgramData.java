package org.laurel.bridge.openedx.event;

/**
 * A program.
 *
 * @param uuid id of the program
 * @param title name of the program
 * @param programType slug of the type, such as {@code micromasters}
 */
public record ProgramData(String uuid, String title, String programType) {}
