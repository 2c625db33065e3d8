package org.laurel.bridge.openedx.event;

/**
 * Words about a person, inside {@link UserData}.
 *
 * @param username login name
 * @param email address
 * @param name full name; may be blank
 */
public record UserPersonalData(String username, String email, String name) {}
