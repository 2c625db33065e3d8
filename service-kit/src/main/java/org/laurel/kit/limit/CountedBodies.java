package org.laurel.kit.limit;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.laurel.kit.problem.ProblemException;

/**
 * Counts bodies whose senders do not say how large they are ({@code Transfer-Encoding: chunked}) while they are read, and ends
 * those that grow too large with the answer that says what to do. The server's own limit lies a little higher.
 */
class CountedBodies {

    private final BodySize sizes;

    CountedBodies(BodySize sizes) {
        this.sizes = sizes;
    }

    @ServerRequestFilter
    void count(ContainerRequestContext request) {
        boolean undeclared = request.getHeaderString(HttpHeaders.CONTENT_LENGTH) == null
                && request.getHeaderString("Transfer-Encoding") != null;
        if (undeclared) {
            BodyLimit limit = sizes.of(request.getUriInfo().getRequestUri().getRawPath());
            request.setEntityStream(new Counted(request.getEntityStream(), limit));
        }
    }

    /** Passes on what it reads, up to the limit. */
    private static final class Counted extends FilterInputStream {

        private final BodyLimit limit;
        private long read;

        Counted(InputStream in, BodyLimit limit) {
            super(in);
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int now = super.read(bytes, offset, length);
            count(now);
            return now;
        }

        private void count(int now) {
            read += Math.max(now, 0);
            if (read > limit.bytes()) {
                throw new ProblemException(limit.problem());
            }
        }
    }
}
