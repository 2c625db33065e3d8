package org.laurel.programs.detail.domain;

/**
 * A certificate that a learner has in a program, or the program's credential itself.
 *
 * @param type {@code course} or {@code program}
 * @param title of the run or of the program
 * @param url where it is read
 */
public record EarnedCertificate(String type, String title, String url) {

    static EarnedCertificate ofCourse(String title, String url) {
        return new EarnedCertificate("course", title, url);
    }

    static EarnedCertificate ofProgram(String title, String url) {
        return new EarnedCertificate("program", title, url);
    }
}
