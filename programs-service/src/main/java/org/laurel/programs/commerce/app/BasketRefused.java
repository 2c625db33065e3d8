package org.laurel.programs.commerce.app;

import java.io.IOException;

/** A shop does not sell a basket, such as one with a product that it no longer has. Nothing is wrong with the shop. */
final class BasketRefused extends IOException {

    private static final long serialVersionUID = 1;

    BasketRefused() {
        super("the shop does not sell this basket");
    }
}
