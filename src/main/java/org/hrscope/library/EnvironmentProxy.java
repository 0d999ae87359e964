package org.hrscope.library;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The proxy from `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`, with the semantics of curl and pip; without them,
/// from Java's system properties.
public final class EnvironmentProxy extends ProxySelector {
    private static final int USUAL_PORT = 8080;

    private final Map<String, String> environment;
    private final ProxySelector otherwise;

    public EnvironmentProxy(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
        this.otherwise =
                Objects.requireNonNullElse(ProxySelector.getDefault(), ProxySelector.of(null));
    }

    @Override
    public List<Proxy> select(URI uri) {
        String proxy = value(uri.getScheme() + "_proxy");
        if (proxy == null) return otherwise.select(uri);
        if (excluded(uri.getHost())) return List.of(Proxy.NO_PROXY);
        return List.of(new Proxy(Proxy.Type.HTTP, address(proxy)));
    }

    /// @throws IllegalArgumentException with the value, if it is not an address
    private static InetSocketAddress address(String proxy) {
        try {
            URI address = new URI(proxy.contains("://") ? proxy : "http://" + proxy);
            int port = address.getPort() < 0 ? USUAL_PORT : address.getPort();
            if (address.getHost() != null) {
                return InetSocketAddress.createUnresolved(address.getHost(), port);
            }
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new IllegalArgumentException(proxy, e);
        }
        throw new IllegalArgumentException(proxy);
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException e) {
        otherwise.connectFailed(uri, address, e);
    }

    private boolean excluded(@Nullable String host) {
        String list = value("no_proxy");
        if (host == null || list == null) return false;
        for (String name : list.split(",")) {
            String suffix = name.strip().replaceFirst("^\\*?\\.", "");
            if (suffix.equals("*") || host.equals(suffix) || host.endsWith("." + suffix))
                return true;
        }
        return false;
    }

    private @Nullable String value(String name) {
        String small = environment.get(name);
        String value = small == null ? environment.get(name.toUpperCase(Locale.ROOT)) : small;
        return value == null || value.isBlank() ? null : value;
    }
}
