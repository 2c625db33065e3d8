package org.laurel.bridge.outbound.domain;

import org.laurel.kit.domain.Cause;

/**
 * What goes to Open edX. An enrollment that Open edX told of is its own fact and never sent back. Certificates are Laurel's
 * decisions, which Open edX cannot know, even when a grade of Open edX's led to them; they have no way in again.
 *
 * @param origin what the bridge writes into {@code ce_origin} of everything that it brings in
 * @param sendsConsequences whether decisions that Open edX's facts led to are sent
 */
public record SendingRule(String origin, boolean sendsConsequences) {

    /** Who is behind a fact with this cause. */
    public Author author(Cause cause) {
        return origin.equals(cause.origin()) ? Author.SITE : Author.LAUREL;
    }

    /**
     * Whether an enrollment is sent: not when it may be the site's own, and not what the site itself told of one of Laurel's.
     *
     * @param author who made the enrollment what it is
     * @param teller who is behind the fact, unknown for a reconciliation
     */
    public boolean sendsEnrollment(Author author, Author teller) {
        return author == Author.LAUREL && teller != Author.SITE;
    }

    /** Whether what Laurel decided is sent. */
    public boolean sendsDecision(Author author) {
        return sendsConsequences || author == Author.LAUREL;
    }
}
