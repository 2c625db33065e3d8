package org.laurel.certificates.instructor.http;

import java.util.ArrayList;
import java.util.List;
import org.laurel.certificates.allowlist.http.Grant;

/**
 * What became of an uploaded list. Each entry reads {@code user "name" in row# 3}; rows count from 1, blank lines included.
 *
 * @param generalErrors why the file could not be read at all
 * @param success the learners who have a certificate exception now
 */
public record ExceptionFileAnswer(List<String> generalErrors, RowErrors rowErrors, List<String> success) {

    /** The rows that were refused, by the first thing that is wrong with each. */
    public record RowErrors(
            List<String> dataFormatError,
            List<String> userNotExist,
            List<String> userAlreadyAllowlisted,
            List<String> userNotEnrolled,
            List<String> userOnCertificateInvalidationList) {

        static RowErrors none() {
            return new RowErrors(
                    new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    static ExceptionFileAnswer empty() {
        return new ExceptionFileAnswer(new ArrayList<>(), RowErrors.none(), new ArrayList<>());
    }

    static ExceptionFileAnswer unreadable(String why) {
        ExceptionFileAnswer answer = empty();
        answer.generalErrors().add(why);
        return answer;
    }

    void addMalformed(String name, int row) {
        rowErrors.dataFormatError().add(entry(name, row));
    }

    void add(Grant grant, int row) {
        List<String> bucket = switch (grant) {
            case Grant.Granted granted -> success;
            case Grant.Unknown unknown -> rowErrors.userNotExist();
            case Grant.Refused refused ->
                switch (refused.obstacle()) {
                    case NOT_ENROLLED -> rowErrors.userNotEnrolled();
                    case INVALIDATED -> rowErrors.userOnCertificateInvalidationList();
                    case ALREADY_LISTED -> rowErrors.userAlreadyAllowlisted();
                    case NOTES_TOO_LONG -> rowErrors.dataFormatError();
                    case FAILED -> generalErrors;
                };
        };
        bucket.add(entry(grant.name(), row));
    }

    private static String entry(String name, int row) {
        return "user \"" + name + "\" in row# " + row;
    }
}
