package org.laurel.enrollment.learner.domain;

import org.jspecify.annotations.Nullable;

/** One member of a learner that is to have another value. */
public sealed interface Amendment {

    /** A member of the account, which is told while the learner is enrolled. */
    sealed interface OfAccount extends Amendment {

        /** The account with the new value. */
        Account in(Account account);
    }

    /** A member of the certificate preferences, which are told of everybody who ever enrolled. */
    sealed interface OfPreferences extends Amendment {

        /** The preferences with the new value. */
        CertificatePreferences in(CertificatePreferences preferences);
    }

    record Username(String value) implements OfAccount {
        @Override
        public Account in(Account account) {
            return new Account(value, account.email(), account.name(), account.isActive());
        }
    }

    /** The empty text stands for no address. */
    record Email(String value) implements OfAccount {
        @Override
        public Account in(Account account) {
            return new Account(account.username(), value, account.name(), account.isActive());
        }
    }

    record Name(String value) implements OfAccount {
        @Override
        public Account in(Account account) {
            return new Account(account.username(), account.email(), value, account.isActive());
        }
    }

    record Active(boolean value) implements OfAccount {
        @Override
        public Account in(Account account) {
            return new Account(account.username(), account.email(), account.name(), value);
        }
    }

    record AllowCertificate(boolean value) implements OfPreferences {
        @Override
        public CertificatePreferences in(CertificatePreferences preferences) {
            return preferences.allowing(value);
        }
    }

    /** Null stands for the full name. */
    record CertificateName(@Nullable String value) implements OfPreferences {
        @Override
        public CertificatePreferences in(CertificatePreferences preferences) {
            return new CertificatePreferences(
                    preferences.allowCertificate(),
                    value,
                    preferences.useVerifiedName(),
                    preferences.verifiedName(),
                    preferences.visibleTo());
        }
    }

    record UseVerifiedName(boolean value) implements OfPreferences {
        @Override
        public CertificatePreferences in(CertificatePreferences preferences) {
            return new CertificatePreferences(
                    preferences.allowCertificate(),
                    preferences.certificateName(),
                    value,
                    preferences.verifiedName(),
                    preferences.visibleTo());
        }
    }

    /** Null stands for none. */
    record VerifiedName(@Nullable String value) implements OfPreferences {
        @Override
        public CertificatePreferences in(CertificatePreferences preferences) {
            return new CertificatePreferences(
                    preferences.allowCertificate(),
                    preferences.certificateName(),
                    preferences.useVerifiedName(),
                    value,
                    preferences.visibleTo());
        }
    }

    /** {@code private} or {@code all_users}. */
    record CertificatesVisibleTo(String value) implements OfPreferences {
        @Override
        public CertificatePreferences in(CertificatePreferences preferences) {
            return new CertificatePreferences(
                    preferences.allowCertificate(),
                    preferences.certificateName(),
                    preferences.useVerifiedName(),
                    preferences.verifiedName(),
                    value);
        }
    }
}
