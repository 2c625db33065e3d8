package org.laurel.programs.detail.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.programs.catalogue.domain.Pathway;
import org.laurel.programs.catalogue.domain.PathwayStatus;
import org.laurel.programs.catalogue.domain.PathwayType;

/**
 * Where a program leads: published pathways that somebody can be written to about. Source: programs, other helpers.
 *
 * @param industry to employers
 * @param credit to credit at a university
 */
public record OpenPathways(List<Pathway> industry, List<Pathway> credit) {

    /** Nowhere. */
    public static final OpenPathways NONE = new OpenPathways(List.of(), List.of());

    public OpenPathways {
        industry = List.copyOf(industry);
        credit = List.copyOf(credit);
    }

    /**
     * The open ones of a program's pathways: first those that its document numbers, in that order, then the others as they come.
     *
     * @param numbered null when the document numbers none
     */
    public static OpenPathways of(List<Pathway> pathways, @Nullable List<Long> numbered) {
        List<Pathway> open =
                new ArrayList<>(pathways.stream().filter(OpenPathways::isOpen).toList());
        if (numbered != null) {
            open.sort(Comparator.comparing(pathway -> {
                int place = numbered.indexOf(pathway.id());
                return place < 0 ? Integer.MAX_VALUE : place;
            }));
        }
        return new OpenPathways(of(open, PathwayType.INDUSTRY), of(open, PathwayType.CREDIT));
    }

    private static boolean isOpen(Pathway pathway) {
        return pathway.status() == PathwayStatus.PUBLISHED
                && pathway.email() != null
                && !pathway.email().isBlank();
    }

    private static List<Pathway> of(List<Pathway> pathways, PathwayType type) {
        return pathways.stream().filter(pathway -> pathway.type() == type).toList();
    }
}
