package org.laurel.certificates.learner.domain;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.domain.FactOrder;

/**
 * What is known of a learner in all course runs: names, identity verifications, preferences. A fact about a certificate is
 * judged by what was valid at its time.
 *
 * @param identities in business-time order
 * @param preferences in order of their versions
 */
public record LearnerHistory(
        NameHistory names, List<IdentityVerification> identities, List<CertificatePreferences> preferences) {

    /** Nothing is known. */
    public static final LearnerHistory UNKNOWN = new LearnerHistory(NameHistory.UNKNOWN, List.of(), List.of());

    public LearnerHistory {
        identities = identities.size() < 2
                ? List.copyOf(identities)
                : identities.stream()
                        .sorted(Comparator.comparing(IdentityVerification::order))
                        .toList();
        preferences = preferences.size() < 2
                ? List.copyOf(preferences)
                : preferences.stream()
                        .sorted(Comparator.comparingLong(CertificatePreferences::version)
                                .thenComparing(CertificatePreferences::order))
                        .toList();
    }

    /** A learner of whom only names are known. */
    public static LearnerHistory of(NameHistory names) {
        return new LearnerHistory(names, List.of(), List.of());
    }

    /**
     * Who the learner was at a time.
     *
     * @param name the name that goes on a certificate
     * @param allowed whether the learner may have certificates at all
     * @param verified whether the identity was verified
     */
    public record Then(String name, boolean allowed, boolean verified) {}

    /** Who the learner was at this place in business time. */
    public Then at(FactOrder place) {
        String fullName = names.at(place.occurredAt());
        CertificatePreferences wishes = preferencesAt(place);
        return new Then(
                wishes == null ? fullName : wishes.nameOver(fullName),
                wishes == null || wishes.allowCertificate(),
                isVerifiedAt(place));
    }

    /** How much is known; it grows with every fact. */
    public long known() {
        return names.known() + identities.size() + preferences.size();
    }

    /** The same without what began to hold after a time; of the names the first is always left. */
    public LearnerHistory upTo(Instant time) {
        return new LearnerHistory(
                names.upTo(time),
                identities.stream()
                        .filter(identity -> !identity.order().occurredAt().isAfter(time))
                        .toList(),
                preferences.stream()
                        .filter(wishes -> !wishes.order().occurredAt().isAfter(time))
                        .toList());
    }

    /** The same with one more fact of each kind that is not null. */
    public LearnerHistory and(@Nullable IdentityVerification identity, @Nullable CertificatePreferences wishes) {
        return new LearnerHistory(
                names,
                identity == null
                        ? identities
                        : Stream.concat(identities.stream(), Stream.of(identity))
                                .toList(),
                wishes == null
                        ? preferences
                        : Stream.concat(preferences.stream(), Stream.of(wishes)).toList());
    }

    /** The newest preferences, null when there are none. */
    public @Nullable CertificatePreferences newestPreferences() {
        return preferences.isEmpty() ? null : preferences.getLast();
    }

    private @Nullable CertificatePreferences preferencesAt(FactOrder place) {
        for (int i = preferences.size() - 1; i >= 0; i--) {
            if (!preferences.get(i).order().isAfter(place)) {
                return preferences.get(i);
            }
        }
        return null;
    }

    private boolean isVerifiedAt(FactOrder place) {
        for (int i = identities.size() - 1; i >= 0; i--) {
            if (!identities.get(i).order().isAfter(place)) {
                return identities.get(i).holdsAt(place.occurredAt());
            }
        }
        return false;
    }
}
