package org.laurel.kit.problem;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;

/** The member of a request that breaks a rule, as its sender wrote it. */
final class ViolatedMember {

    private static final SnakeCaseStrategy NAMES = new SnakeCaseStrategy();

    private ViolatedMember() {}

    /**
     * The path of the member in the body, {@code courses[0].course_runs}, or the name of a parameter. Our own names for the
     * method and its argument are no part of it.
     */
    static String name(Path path) {
        String argument = "";
        StringBuilder members = new StringBuilder();
        for (Path.Node node : path) {
            if (node.getKind() == ElementKind.PARAMETER) {
                argument = NAMES.translate(node.getName());
            } else if (node.getKind() == ElementKind.PROPERTY || node.getKind() == ElementKind.CONTAINER_ELEMENT) {
                append(members, node);
            }
        }
        return members.isEmpty() ? argument : members.toString();
    }

    private static void append(StringBuilder members, Path.Node node) {
        if (node.isInIterable()) {
            Object place = node.getIndex() == null ? node.getKey() : node.getIndex();
            members.append('[').append(place == null ? "" : place).append(']');
        }
        if (node.getKind() == ElementKind.PROPERTY) {
            members.append(members.isEmpty() ? "" : ".").append(NAMES.translate(node.getName()));
        }
    }
}
