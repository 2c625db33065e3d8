package org.laurel.programs.detail.domain;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.UuidText;
import org.laurel.programs.catalogue.domain.ProgramDetail;
import org.laurel.programs.progress.domain.DetailUrl;

/**
 * Where things are. The platform's own pages are paths on whichever host the platform has, what is served here is a whole
 * address, and an app for phones opens addresses of its own. Source: programs, other helpers.
 *
 * @param origin beginning of the addresses of what is served here
 * @param isMobile whether an app for phones asks
 * @param marketingRoot beginning of the addresses of the pages that advertise, null without any
 * @param marketingPath where they advertise programs
 * @param leadsThroughLogin whether links to program certificates lead through the platform's login
 * @param shop where products are bought
 */
public record Addresses(
        String origin,
        boolean isMobile,
        @Nullable String marketingRoot,
        String marketingPath,
        boolean leadsThroughLogin,
        Shop shop) {

    /** Where products are bought. */
    @FunctionalInterface
    public interface Shop {

        /** No products are bought anywhere. */
        Shop NONE = (skus, bundle) -> null;

        /** The page that sells the products, null without a shop or without products. */
        @Nullable String checkout(List<String> skus, @Nullable UUID bundle);
    }

    /** Where a learner takes a run. */
    String course(CourseKey courseKey) {
        return isMobile
                ? "edxapp://enrolled_course_info?course_id=" + courseKey.value()
                : "/courses/" + courseKey.value() + "/course/";
    }

    /** Where a learner sees a program. */
    String program(UUID uuid) {
        return DetailUrl.of(uuid, origin, isMobile);
    }

    /** Where programs are advertised, null when they are nowhere. */
    @Nullable String marketing() {
        if (isMobile) {
            return "edxapp://course?programs";
        }
        if (marketingRoot == null) {
            return null;
        }
        String path = marketingPath.startsWith("/") ? marketingPath.substring(1) : marketingPath;
        String address = (marketingRoot.endsWith("/") ? marketingRoot : marketingRoot + "/") + path;
        return address.replaceAll("/+$", "");
    }

    /** Where a program credential is read. */
    String credential(UUID credential) {
        String path = "/credentials/" + hex(credential) + "/";
        return leadsThroughLogin ? origin + "/login/?next=" + path : origin + path;
    }

    /** Where a learner's record of a program is. */
    String programRecord(UUID program) {
        return origin + "/records/programs/" + hex(program) + "/";
    }

    /** Where all products of a program are bought at once, null when they cannot be. */
    @Nullable String purchase(ProgramDetail program, List<String> skus) {
        return shop.checkout(skus, program.uuid());
    }

    private static String hex(UUID uuid) {
        return UuidText.digits(uuid);
    }
}
