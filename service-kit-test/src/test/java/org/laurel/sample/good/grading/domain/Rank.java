package org.laurel.sample.good.grading.domain;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/** A pure rule with an enum, arrays, streams and string concatenation. */
public enum Rank {
    LOW,
    HIGH;

    public static Rank of(BigDecimal grade) {
        return grade.signum() > 0 ? HIGH : LOW;
    }

    public static List<String> names() {
        return Arrays.stream(values()).map(rank -> rank + "!").toList();
    }

    public String label() {
        return switch (this) {
            case LOW -> "low";
            case HIGH -> "high";
        };
    }
}
