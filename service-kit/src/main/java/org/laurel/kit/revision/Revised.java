package org.laurel.kit.revision;

/**
 * What became of {@link Revise}.
 *
 * @param revision the one that holds now
 * @param added false when the setting had this value before, so that there is no new revision
 */
public record Revised(Revision revision, boolean added) {}
