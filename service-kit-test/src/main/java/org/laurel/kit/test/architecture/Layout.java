package org.laurel.kit.test.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;

/**
 * Package patterns of a service: below its base package one package per feature, and in a feature at most the leaves
 * {@code domain}, {@code app}, {@code db}, {@code http} and {@code kafka}.
 *
 * @param base the service's base package, for example {@code org.laurel.certificates}
 */
record Layout(String base) {

    String all() {
        return base + "..";
    }

    String domain() {
        return leaf("domain");
    }

    String app() {
        return leaf("app");
    }

    String db() {
        return leaf("db");
    }

    String http() {
        return leaf("http");
    }

    String kafka() {
        return leaf("kafka");
    }

    String[] leaves() {
        return new String[] {domain(), app(), db(), http(), kafka()};
    }

    private String leaf(String name) {
        return base + ".*." + name + "..";
    }

    /** Classes that read for a resource: named {@code …Query} or {@code …Queries}, or nested in such a class. */
    static DescribedPredicate<JavaClass> areQueries() {
        return DescribedPredicate.describe("are query classes", type -> {
            String name = outermost(type).getSimpleName();
            return name.endsWith("Query") || name.endsWith("Queries");
        });
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(Layout::outermost).orElse(type);
    }
}
