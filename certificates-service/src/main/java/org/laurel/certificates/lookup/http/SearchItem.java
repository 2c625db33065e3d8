package org.laurel.certificates.lookup.http;

/** A line of the support page: a certificate, or word that there is none in the course run that was asked for. */
public sealed interface SearchItem permits FoundCertificate, FoundCertificate.None {}
