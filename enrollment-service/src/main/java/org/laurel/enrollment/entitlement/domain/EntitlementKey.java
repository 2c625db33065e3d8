package org.laurel.enrollment.entitlement.domain;

import java.util.UUID;
import org.laurel.events.key.LearnerId;

/** Whose entitlement to which course; of several only the newest one counts. */
public record EntitlementKey(LearnerId learnerId, UUID courseUuid) {}
