package org.hrscope.inference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hrscope.domain.Problem;
import org.hrscope.file.ScratchFile;
import org.hrscope.file.WholeFile;
import org.hrscope.json.Json;
import org.jspecify.annotations.Nullable;

/// Which provider really ran each node, from ONNX Runtime's profile: a session takes a provider that cannot run a node
/// without a word, and runs the node on the CPU.
///
/// @param byNode provider by node name, ONNX Runtime's name for one it does not know here; nodes are those left after
///     fusion
public record NodeProviders(Map<String, String> byNode) {
    private static final String KERNEL = "_kernel_time";

    /// One event of the profile.
    record Event(@Nullable String cat, @Nullable String name, @Nullable Args args) {}

    record Args(@Nullable String provider) {}

    public NodeProviders {
        byNode = Map.copyOf(byNode);
    }

    /// Opens the network by this plan and runs it once, on nothing.
    ///
    /// @throws Problem `provider.failed`, `model.*`, `file.unwritable`
    public static NodeProviders of(ModelFile file, ExecutionPlan plan) throws Problem {
        try (ScratchFile profile = ScratchFile.named("profile");
                PoseModel model = file.open(plan, profile.path());
                NetworkPass pass = model.pass()) {
            pass.runOnly();
            return read(model.endProfile());
        } catch (IOException e) {
            throw WholeFile.unwritable(System.getProperty("java.io.tmpdir"), e);
        }
    }

    /// @throws Problem `json.broken`, `file.*`
    static NodeProviders read(Path profile) throws Problem {
        Map<String, String> found = new HashMap<>();
        for (Event event : new Json(Json.Names.AS_WRITTEN).read(profile, Event[].class)) {
            String name = event.name();
            if (name == null || !"Node".equals(event.cat()) || !name.endsWith(KERNEL)) continue;
            String provider = event.args() == null ? null : event.args().provider();
            if (provider == null || provider.isEmpty()) continue;
            found.put(name.substring(0, name.length() - KERNEL.length()), title(provider));
        }
        return new NodeProviders(found);
    }

    private static String title(String runtimeName) {
        for (ExecutionProvider each : ExecutionProvider.values()) {
            if (each.runtimeName().equals(runtimeName)) return each.title();
        }
        return runtimeName;
    }

    /// How many nodes each ran, by name.
    public Map<String, Integer> counts() {
        Map<String, Integer> counts = new TreeMap<>();
        byNode.values().forEach(provider -> counts.merge(provider, 1, Integer::sum));
        return counts;
    }

    /// `CPU 12, CoreML 310`
    @Override
    public String toString() {
        return counts().entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue())
                .collect(Collectors.joining(", "));
    }

    /// How many ran there.
    public int on(ExecutionProvider provider) {
        return counts().getOrDefault(provider.title(), 0);
    }
}
