package org.laurel.kit.test.architecture;

import com.tngtech.archunit.lang.ArchRule;

/**
 * One architecture rule. It passes when no class is concerned, because a service need not have every leaf.
 *
 * @param name a short sentence, the name of the test in each service
 * @param check the rule, with the reason for it
 */
public record Rule(String name, ArchRule check) {

    static Rule of(String name, ArchRule check, String because) {
        return new Rule(name, check.because(because).allowEmptyShould(true));
    }
}
