package org.laurel.certificates.issuance.domain;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.learner.domain.LearnerFact;
import org.laurel.kit.domain.FactOrder;

/**
 * Something known of a learner in a course run. Facts of one time are ordered by the producer's sequence and then by their
 * kind: site policy, run policy, settings, enrollment, passing status, grade, identity, preferences, exam, beta tester,
 * allowlist, invalidation, date override, request, statement, answer of the renderer, completion.
 */
public sealed interface Fact {

    /** The fact's place in business-time order. */
    FactOrder order();

    /** The learner is enrolled in a mode, or no longer. */
    record Enrolled(FactOrder order, String mode, boolean active) implements Fact {
        /** After settings of the same time. */
        public static final int KIND = 1;
    }

    /**
     * The learner began or ceased to pass.
     *
     * @param grade course grade from 0 to 1, null when the platform does not tell it
     */
    record PassingStatus(
            FactOrder order, boolean passing, @Nullable BigDecimal grade) implements Fact {
        /** After an enrollment of the same time. */
        public static final int KIND = 2;
    }

    /** The learner's grade has a new value, from 0 to 1; whether the learner passes is told apart. */
    record Graded(FactOrder order, BigDecimal grade) implements Fact {
        /** After a passing status of the same time. */
        public static final int KIND = 3;
    }

    /** Something about the learner that holds in all course runs. */
    record AboutLearner(LearnerFact fact) implements Fact {
        @Override
        public FactOrder order() {
            return fact.order();
        }
    }

    /** The learner has another full name since then. */
    record Renamed(FactOrder order) implements Fact {
        /** With preferences of the same time. */
        public static final int KIND = 5;
    }

    /** A proctored exam attempt was rejected. */
    record ExamRejected(FactOrder order, @Nullable String exam) implements Fact {
        /** After preferences of the same time. */
        public static final int KIND = 6;
    }

    /** The learner began or ceased to test the course run. */
    record BetaTester(FactOrder order, boolean tester) implements Fact {
        /** After an exam of the same time. */
        public static final int KIND = 7;
    }

    /** The learner's entry on the allowlist changed. */
    record Allowlisted(FactOrder order, Entry entry) implements Fact {
        /** After a beta tester of the same time. */
        public static final int KIND = 8;

        /** The state of an entry. */
        public enum Entry {
            /** The learner gets a certificate without a passing grade. */
            ENABLED,
            /** The entry is kept and without effect. */
            DISABLED,
            /** The entry is gone. */
            REMOVED
        }
    }

    /** Staff declared the certificate invalid, or took that back. */
    record Invalidated(FactOrder order, boolean active) implements Fact {
        /** After the allowlist of the same time. */
        public static final int KIND = 9;
    }

    /** Staff set the issue date, or took that back with null. */
    record DateOverridden(FactOrder order, @Nullable Instant date) implements Fact {
        /** After an invalidation of the same time. */
        public static final int KIND = 10;
    }

    /** Somebody asked for something to be done with the certificate. */
    record Requested(FactOrder order, CertificateCommand command, GenerationMode by) implements Fact {
        /** After a date override of the same time. */
        public static final int KIND = 11;
    }

    /**
     * Another system stated what the certificate is: an import, or a service client's upsert.
     *
     * @param announced whether others hear of what it changes, whenever that takes effect
     */
    record Stated(FactOrder order, StatedCertificate certificate, boolean announced) implements Fact {
        /** After a request of the same time. */
        public static final int KIND = 12;

        /** A statement whose effect others hear of. */
        public Stated(FactOrder order, StatedCertificate certificate) {
            this(order, certificate, true);
        }
    }

    /** The renderer answered a request. It counts at the time of the request. */
    record Rendered(FactOrder order, String requestId, RenderAnswer answer) implements Fact {
        /** After a statement of the same time. */
        public static final int KIND = 13;

        /**
         * The answer to a request. It comes after whatever asked for it, also after a fact with a sequence number.
         *
         * @param requestedAt business time of the request
         */
        public static Rendered to(Instant requestedAt, String requestId, RenderAnswer answer) {
            return new Rendered(
                    new FactOrder(requestedAt, Long.MAX_VALUE, KIND, "/certificates/renderer", requestId),
                    requestId,
                    answer);
        }
    }

    /**
     * The learner has completed another part of the course run. Its place has the version of the completion as sequence: of two
     * snapshots the one of the higher version is the newer, whatever their times.
     *
     * @param percent a fraction from 0 to 1
     */
    record Progressed(FactOrder order, BigDecimal percent) implements Fact {
        /** After an answer of the renderer of the same time. */
        public static final int KIND = 14;

        /** Grows with every snapshot of the learner's completion of the course run. */
        public long version() {
            return order.sequence();
        }

        /** The same no earlier than a time. */
        Progressed notBefore(Instant time) {
            return order.occurredAt().isBefore(time)
                    ? new Progressed(new FactOrder(time, order.sequence(), KIND, order.source(), order.id()), percent)
                    : this;
        }
    }

    /** The course run's settings, its policy or that of the deployment changed. */
    record TermsChanged(FactOrder order, String what) implements Fact {}
}
