package org.laurel.bridge.openedx.event;

/**
 * A person of the Open edX site.
 *
 * @param id the site's number of the user, Laurel's learner id in decimal
 * @param isActive whether the account is activated
 * @param pii name, address and login name
 */
public record UserData(long id, boolean isActive, UserPersonalData pii) {}
