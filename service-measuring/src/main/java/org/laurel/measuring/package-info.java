/**
 * What tests and benchmarks measure a running service by: the statements that it sends, the rows, records, seconds, processor
 * time and memory that its work takes. It knows the kit, which service-kit-test must not, because the kit's own tests use that.
 */
package org.laurel.measuring;
