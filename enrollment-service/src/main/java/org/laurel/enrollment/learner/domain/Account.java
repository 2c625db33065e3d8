package org.laurel.enrollment.learner.domain;

/**
 * Who a learner is. Together with the id these are the only members that leave this service.
 *
 * @param username 1 to 150 characters, unique ignoring case, may change
 * @param email 0 to 254 characters, unique ignoring case; empty when there is none
 * @param name full name, 0 to 255 characters
 * @param isActive whether the account is activated
 */
public record Account(String username, String email, String name, boolean isActive) {}
