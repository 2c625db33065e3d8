package org.laurel.completion.structure.domain;

/** Counts the ways below blocks. */
final class Counting {

    private Counting() {}

    /** The ways from a block that was entered, by those of its children. */
    static Ways below(CourseGraph graph, int number, Sight sight) {
        CourseGraph.Node node = graph.node(number);
        if (node.completable()) {
            return new Ways(1, 0).over(node.optional());
        }
        Ways sum = Ways.NONE;
        for (int child : node.children()) {
            if (sight.isOpen(child) && sight.leads(number, child)) {
                sum = sum.plus(sight.below(child));
            }
        }
        return sum.over(node.optional());
    }
}
