package org.laurel.programs.completionmail.domain;

/**
 * A learner's completion of a program, as a mail tells of it.
 *
 * @param learnerName the full name, the username when there is none
 * @param programType slug of the program's type, may be empty
 * @param credentialUrl the address of the credential's page
 */
public record Completed(
        String learnerName, String programTitle, String programType, String platformName, String credentialUrl) {

    /** What a preview tells of. */
    public static Completed example(String platformName, String origin) {
        return new Completed(
                "John Doë",
                "Example Program",
                "micromasters",
                platformName,
                origin + "/credentials/00000000000000000000000000000000/");
    }

    String value(Placeholder placeholder) {
        return switch (placeholder) {
            case LEARNER_NAME -> learnerName;
            case PROGRAM_TITLE -> programTitle;
            case PROGRAM_TYPE -> programType;
            case PLATFORM_NAME -> platformName;
            case CREDENTIAL_URL -> credentialUrl;
        };
    }
}
