package org.hrscope.tuning;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hrscope.domain.Problem;
import org.hrscope.file.Sha256;
import org.hrscope.file.Turn;
import org.hrscope.inference.ExecutionPlan;
import org.hrscope.inference.ExecutionProvider;
import org.hrscope.inference.Plans;
import org.hrscope.json.Json;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The plans measured before, in one JSON file: one each machine and network. A damaged file counts as none, so that
/// everything is measured anew; so does a plan that this machine cannot run. Any thread.
public final class PlanStore implements Plans {
    private static final Logger LOG = LoggerFactory.getLogger(PlanStore.class);
    private static final int MOST = 200;

    /// @param network  SHA-256 of the file
    /// @param provider as text: another version's must not cost the other plans
    record Entry(
            @Nullable ThisMachine machine,
            @Nullable String network,
            int lanes,
            int threads,
            boolean spinning,
            @Nullable String provider,
            @Nullable String quantised) {

        boolean is(ThisMachine here, String sha256) {
            return here.equals(machine) && sha256.equals(network);
        }

        /// Empty where it cannot be run here.
        Optional<ExecutionPlan> plan() {
            int cores = machine == null ? 0 : machine.cores();
            boolean possible =
                    lanes > 0 && threads > 0 && lanes <= cores && threads <= cores / lanes;
            if (!possible || provider == null) return Optional.empty();
            try {
                ExecutionProvider on = ExecutionProvider.valueOf(provider);
                Path file = quantised == null ? null : Path.of(quantised);
                if (file != null && !Files.isRegularFile(file)) return Optional.empty();
                return Optional.of(new ExecutionPlan(lanes, threads, spinning, on, file));
            } catch (IllegalArgumentException unknown) {
                return Optional.empty();
            }
        }
    }

    /// The file's contents, the newest plan first.
    record Entries(@Nullable List<@Nullable Entry> plans) {}

    /// Tells the machine; may have to load ONNX Runtime first.
    public interface Here {
        ThisMachine now() throws Problem;
    }

    private final Path file;
    private final Here here;
    private final Json json = new Json(Json.Names.AS_WRITTEN);

    /// @param data folder of the user's data
    public PlanStore(Path data, Here here) {
        file = data.resolve("plans.json");
        this.here = here;
    }

    @Override
    public Choice of(ByteBuffer model) {
        try {
            List<Entry> measured = measuredHere();
            // Identifying a network means reading all of it: not where nothing can be known.
            if (measured.isEmpty()) return STANDARD.of(model);
            String sha256 = Sha256.of(model);
            return new Choice(plan(measured, sha256).orElseGet(ExecutionPlan::standard), sha256);
        } catch (Problem | RuntimeException e) {
            LOG.warn("no plan", e);
            return STANDARD.of(model);
        }
    }

    /// What was measured for this network on this machine.
    public Optional<ExecutionPlan> known(String sha256) throws Problem {
        return plan(measuredHere(), sha256);
    }

    private static Optional<ExecutionPlan> plan(List<Entry> measured, String sha256) {
        return measured.stream()
                .filter(each -> sha256.equals(each.network))
                .findFirst()
                .flatMap(Entry::plan);
    }

    private List<Entry> measuredHere() throws Problem {
        ThisMachine now = here.now();
        return entries().stream().filter(each -> now.equals(each.machine)).toList();
    }

    private List<Entry> entries() {
        if (!Files.exists(file)) return List.of();
        try {
            List<@Nullable Entry> all = json.read(file, Entries.class).plans();
            return all == null ? List.of() : all.stream().filter(Objects::nonNull).toList();
        } catch (Problem | RuntimeException damaged) {
            LOG.warn("plans are measured anew", damaged);
            return List.of();
        }
    }

    /// @throws Problem `file.unwritable`
    public void keep(String sha256, ExecutionPlan plan) throws Problem {
        Path quantised = plan.quantised();
        replace(
                sha256,
                new Entry(
                        here.now(),
                        sha256,
                        plan.lanes(),
                        plan.threads(),
                        plan.spinning(),
                        plan.provider().name(),
                        quantised == null ? null : quantised.toAbsolutePath().toString()));
    }

    /// The next start measures again.
    ///
    /// @throws Problem `file.unwritable`
    public void forget(String sha256) throws Problem {
        replace(sha256, null);
    }

    /// Another window may write at the same moment, and must not lose its plan by it.
    ///
    /// @param by the plan of this network on this machine; null for none
    private synchronized void replace(String sha256, @Nullable Entry by) throws Problem {
        ThisMachine now = here.now();
        try (Turn turn = Turn.of(file)) {
            List<Entry> all = new ArrayList<>();
            if (by != null) all.add(by);
            for (Entry each : entries()) {
                if (!each.is(now, sha256) && all.size() < MOST) all.add(each);
            }
            json.write(file, new Entries(List.copyOf(all)));
        }
    }
}
