package org.laurel.kit.page;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Clients that follow {@code next} read a list of any length to its end. */
class ListPageTest {

    private static final int ALL = 10_250;
    private static final Source NUMBERS = new Source();

    @Test
    void aPageByNumberIsFollowedByTheNextNumber() {
        // When
        ListPage<Integer> page = read(99, null);

        // Then
        assertThat(page.next()).isEqualTo("https://learn.example.org/list?q=a%20b&page_size=100&page=100");
    }

    @Test
    void theLastPageThatNumbersReachIsFollowedByCursor() {
        // When
        ListPage<Integer> page = read(100, null);

        // Then
        assertThat(page.results()).endsWith(9_999);
        assertThat(page.next()).isEqualTo("https://learn.example.org/list?q=a%20b&page_size=100&cursor=9999");
    }

    @Test
    void aPageByCursorIsFollowedByCursorToTheEnd() {
        // When
        ListPage<Integer> page = read(null, "10099");
        ListPage<Integer> last = read(null, "10199");

        // Then
        assertThat(page.results()).hasSize(100).startsWith(10_100);
        assertThat(page.next()).endsWith("&cursor=10199");
        assertThat(last.results()).hasSize(50).endsWith(ALL - 1);
        assertThat(last.next()).isNull();
        assertThat(last.nextCursor()).isNull();
    }

    private static ListPage<Integer> read(@Nullable Integer page, @Nullable String cursor) {
        String place = page == null ? "cursor=" + cursor : "page=" + page;
        PageLinks links = new PageLinks(
                new PublicUrl("https://learn.example.org"),
                asking("http://10.0.0.1:8083/list?q=a%20b&page_size=100&" + place));
        return ListPage.read(new ListPage.Asked(page, 100, cursor), links, NUMBERS, item -> item);
    }

    private static UriInfo asking(String address) {
        return (UriInfo) Proxy.newProxyInstance(
                ListPageTest.class.getClassLoader(),
                new Class<?>[] {UriInfo.class},
                (proxy, method, arguments) -> UriBuilder.fromUri(address));
    }

    /** The numbers from 0. */
    private static final class Source implements ListPage.Source<Integer> {

        @Override
        public long count() {
            return ALL;
        }

        @Override
        public List<Integer> page(int offset, int limit) {
            return IntStream.range(offset, Math.min(ALL, offset + limit))
                    .boxed()
                    .toList();
        }

        @Override
        public List<Integer> after(String cursor, int limit) {
            return page(Integer.parseInt(cursor) + 1, limit);
        }

        @Override
        public String cursor(Integer item) {
            return item.toString();
        }
    }
}
