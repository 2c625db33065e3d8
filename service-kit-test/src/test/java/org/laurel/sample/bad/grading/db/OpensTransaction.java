package org.laurel.sample.bad.grading.db;

import jakarta.transaction.Transactional;

/** A table that commits by itself. */
public class OpensTransaction {

    @Transactional
    public void save() {}
}
