package org.laurel.programs.catalogueimport.domain;

/** Where an item stands in its import: in which part, and the how many-th it is there, from 1. */
public record Place(int part, long position) {

    /** Before the first item. */
    public static final Place START = new Place(0, 0);

    /** The place as a cursor has it; an {@link IllegalArgumentException} for what is none. */
    public static Place of(String cursor) {
        int colon = cursor.indexOf(':');
        return new Place(
                Integer.parseInt(cursor.substring(0, Math.max(colon, 0))), Long.parseLong(cursor.substring(colon + 1)));
    }

    @Override
    public String toString() {
        return part + ":" + position;
    }
}
