package org.laurel.kit.security;

/** Stands for the kit's annotation of the same name, which this module cannot depend on. */
public @interface OpenToApplications {}
