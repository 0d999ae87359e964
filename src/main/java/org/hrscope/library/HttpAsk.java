package org.hrscope.library;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.hrscope.domain.Problem;
import org.jspecify.annotations.Nullable;

/// Requests a file and follows redirects itself, because the client's own redirect handling gives no reason when an
/// address is malformed. Closing abandons a silent server at once.
final class HttpAsk implements AutoCloseable {
    private static final Set<Integer> ELSEWHERE = Set.of(301, 302, 303, 307, 308);
    private static final int MOST_REDIRECTS = 10;
    private static final int MOST_PORTS = 65_535;

    private static final List<Class<? extends Exception>> UNREACHABLE =
            List.of(
                    ConnectException.class,
                    NoRouteToHostException.class,
                    UnknownHostException.class,
                    UnresolvedAddressException.class,
                    HttpConnectTimeoutException.class,
                    SSLException.class);

    private static final List<Class<? extends Exception>> NONSENSE =
            List.of(ProtocolException.class, IllegalArgumentException.class);

    private final HttpClient client;
    private final ProxySelector proxies;
    private final Duration patience;

    HttpAsk(ProxySelector proxies, Duration patience) {
        this.proxies = proxies;
        this.patience = patience;
        client = HttpClient.newBuilder().proxy(proxies).connectTimeout(patience).build();
    }

    /// @param from the first byte wanted; a server may send the whole file anyway
    Answer ask(String url, long from) throws Problem, InterruptedException {
        URI address = address(url, null);
        if (address == null) throw new Problem("library.odd", url, url);
        for (int i = 0; i < MOST_REDIRECTS; i++) {
            HttpResponse<ArrivingBody> response = send(address, from, url);
            Optional<String> location = response.headers().firstValue("Location");
            if (!ELSEWHERE.contains(response.statusCode()) || location.isEmpty()) {
                return new Answer(url, response.statusCode(), response.headers(), response.body());
            }
            response.body().close();
            URI next = address(location.get(), address);
            if (next == null) throw new Problem("library.redirect", url, location.get());
            address = next;
        }
        throw new Problem("library.redirect", url, address);
    }

    @Override
    public void close() {
        // HttpClient.close() would wait for requests in progress.
        client.shutdownNow();
    }

    /// @param base address of the redirecting page
    /// @return null if it cannot be downloaded from: another scheme, no host, or less secure than before
    private static @Nullable URI address(String text, @Nullable URI base) {
        try {
            // Servers send unescaped spaces, and browsers accept them.
            URI given = new URI(text.strip().replace(" ", "%20"));
            URI full = base == null ? given : base.resolve(given);
            String scheme = String.valueOf(full.getScheme()).toLowerCase(Locale.ROOT);
            boolean secure = scheme.equals("https");
            boolean known = secure || scheme.equals("http");
            boolean downgrade = base != null && "https".equalsIgnoreCase(base.getScheme());
            if (!known || (downgrade && !secure)) return null;
            return full.getHost() == null || full.getPort() > MOST_PORTS ? null : full;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private HttpResponse<ArrivingBody> send(URI address, long from, String url)
            throws Problem, InterruptedException {
        proxyIsUsable(address);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).header("Accept-Encoding", "identity");
        if (from > 0) request.header("Range", "bytes=" + from + "-");
        // Not the request's own timeout: from JDK 26 on that covers the body too.
        CompletableFuture<HttpResponse<ArrivingBody>> answer =
                client.sendAsync(request.build(), head -> new ArrivingBody());
        try {
            return answer.get(2 * patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new Problem(e, "library.stalled", url, 2 * patience.toSeconds(), 0);
        } catch (ExecutionException e) {
            Throwable why = e.getCause() == null ? e : e.getCause();
            if (has(why, UNREACHABLE)) {
                throw new Problem(e, "library.unreachable", address.getHost(), url);
            }
            boolean ended = why instanceof IOException && !has(why, NONSENSE);
            throw ended
                    ? new Problem(e, "library.broken-off", url, from)
                    : new Problem(e, "library.odd", url, why.getMessage());
        } finally {
            answer.cancel(true);
        }
    }

    private void proxyIsUsable(URI address) throws Problem {
        try {
            proxies.select(address);
        } catch (IllegalArgumentException e) {
            throw new Problem(e, "library.proxy", e.getMessage());
        }
    }

    private static boolean has(Throwable why, List<Class<? extends Exception>> kinds) {
        for (Throwable each = why; each != null; each = each.getCause()) {
            for (Class<? extends Exception> kind : kinds) if (kind.isInstance(each)) return true;
        }
        return false;
    }
}
