/**
 * Pure values that domain code may use: no framework, clock, randomness or input and output. Everything else in the kit
 * is for adapters and use cases.
 */
package org.laurel.kit.domain;
