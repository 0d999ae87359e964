package org.hrscope.inference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.hrscope.file.ScratchFile;
import org.hrscope.file.WholeFile;
import org.hrscope.json.Json;
import org.hrscope.pixels.CropGeometry;
import org.jspecify.annotations.Nullable;

/// Per-node times from ONNX Runtime's own profiler: nanoseconds of one run by node name, the minimum of several
/// runs, since the live session competes for the cores. Nodes fused into a convolution count there.
///
/// @param whole the fastest run, measured from outside
public record KernelTimes(Map<String, Long> nanos, long whole) {
    private static final int WARM_UP = 3;
    private static final String KERNEL = "_kernel_time";
    private static final String BLOCKED_LAYOUT = "_nchwc";

    /// One event of the profile. Times are in microseconds.
    record Event(@Nullable String cat, @Nullable String name, long dur) {}

    public KernelTimes {
        nanos = Map.copyOf(nanos);
    }

    /// Runs the model like the live session does, in a session of its own. The profile file is deleted afterwards.
    ///
    /// @param frame must stay open until this returns
    /// @param crop  the network's crop of it
    /// @param goOn  called with the number of completed runs; return false to stop
    /// @return null if stopped
    public static @Nullable KernelTimes measure(
            ModelFile file, Frame frame, CropGeometry crop, int runs, IntPredicate goOn)
            throws Problem {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        return measure(file, frame, crop, runs, goOn, temporary);
    }

    /// @param temporary folder for the profile
    static @Nullable KernelTimes measure(
            ModelFile file,
            Frame frame,
            CropGeometry crop,
            int runs,
            IntPredicate goOn,
            Path temporary)
            throws Problem {
        try (ScratchFile profile = ScratchFile.in(temporary, "profile");
                InnerSession session = InnerSession.profiled(file, profile.path())) {
            session.crop(frame, crop);
            return profile(session, file.info().output(), runs, goOn);
        } catch (IOException e) {
            throw WholeFile.unwritable(temporary, e);
        }
    }

    private static @Nullable KernelTimes profile(
            InnerSession session, String output, int runs, IntPredicate goOn) throws Problem {
        List<Long> whole = new ArrayList<>();
        boolean on = true;
        for (int i = 0; on && i < WARM_UP + runs; i++) {
            long start = System.nanoTime();
            session.run(List.of(output));
            whole.add(System.nanoTime() - start);
            on = goOn.test(i - WARM_UP + 1);
        }
        Path profile = session.endProfile();
        if (!on) return null;
        Event[] events = new Json(Json.Names.AS_WRITTEN).read(profile, Event[].class);
        return new KernelTimes(
                fastest(events, WARM_UP + runs), least(whole.subList(WARM_UP, whole.size())));
    }

    private static Map<String, Long> fastest(Event[] events, int runs) {
        Map<String, List<Long>> found = new HashMap<>();
        for (Event event : events) {
            String name = event.name();
            if (name == null || !"Node".equals(event.cat()) || !name.endsWith(KERNEL)) continue;
            name = name.substring(0, name.length() - KERNEL.length());
            if (name.endsWith(BLOCKED_LAYOUT)) {
                name = name.substring(0, name.length() - BLOCKED_LAYOUT.length());
            }
            found.computeIfAbsent(name, _ -> new ArrayList<>()).add(event.dur() * 1000);
        }
        Map<String, Long> nanos = new HashMap<>();
        found.forEach((name, times) -> {
            // Several kernels with one name count together.
            int each = Math.max(1, times.size() / runs);
            int warm = Math.min(WARM_UP * each, times.size() - 1);
            nanos.put(name, each * least(times.subList(warm, times.size())));
        });
        return nanos;
    }

    private static long least(List<Long> times) {
        return times.stream().mapToLong(Long::longValue).min().orElse(0);
    }
}
