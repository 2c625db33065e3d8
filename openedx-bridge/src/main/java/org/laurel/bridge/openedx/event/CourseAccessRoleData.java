package org.laurel.bridge.openedx.event;

/**
 * A role of a person in a course run or an organization.
 *
 * @param user who has the role
 * @param orgKey organization; may be blank
 * @param courseKey course run; blank for a role in the whole organization
 * @param role name of the role, such as {@code staff}
 */
public record CourseAccessRoleData(UserData user, String orgKey, String courseKey, String role) {}
