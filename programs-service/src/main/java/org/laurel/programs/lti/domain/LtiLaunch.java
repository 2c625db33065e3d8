package org.laurel.programs.lti.domain;

/**
 * How a tool is launched, without key and secret.
 *
 * @param version of LTI, {@code 1.1} or {@code 1.3}
 * @param piiShareUsername whether the tool is told the learner's username
 * @param piiShareEmail whether the tool is told the learner's email address
 */
public record LtiLaunch(String version, String launchUrl, boolean piiShareUsername, boolean piiShareEmail) {}
