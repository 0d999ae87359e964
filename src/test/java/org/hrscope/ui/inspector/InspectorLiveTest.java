package org.hrscope.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.hrscope.Shared;
import org.hrscope.capture.Cameras;
import org.hrscope.capture.FramePool;
import org.hrscope.capture.FrameSource;
import org.hrscope.capture.SourceOpener;
import org.hrscope.capture.SourceSpec;
import org.hrscope.capture.figure.DemoSource;
import org.hrscope.cli.InspectCommand;
import org.hrscope.convert.RandomNetwork;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.hrscope.export.NpzReader;
import org.hrscope.hrnet.HrNet;
import org.hrscope.hrnet.HrNetReader;
import org.hrscope.hrnet.HrNetSpec;
import org.hrscope.hrnet.Part;
import org.hrscope.inference.InnerSession;
import org.hrscope.inference.ModelFile;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.people.PersonMode;
import org.hrscope.pipeline.ActivationFollower;
import org.hrscope.pipeline.EngineSettings;
import org.hrscope.pipeline.FrameAnalysis;
import org.hrscope.pipeline.Grabbed;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.ui.inspector.InspectorViewModel.Shown;
import org.hrscope.ui.selection.Selection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// The inspector behind the real second session: what it shows, how soon, and what it leaves behind.
@Timeout(1200)
class InspectorLiveTest {
    private static final Path BUNDLED = Path.of("models/hrnet_w16_coco17_256x192.onnx");
    private static final long PATIENCE = 60_000_000_000L;

    @TempDir Path folder;

    private final List<Problem> troubles = new CopyOnWriteArrayList<>();
    private final ActivationFollower follower = new ActivationFollower(troubles::add);
    private final SimpleObjectProperty<HrNet> network = new SimpleObjectProperty<>();
    private final InspectorViewModel inspector =
            new InspectorViewModel(
                    (names, glance) -> follower.request(this, names, glance),
                    Runnable::run,
                    new SimpleBooleanProperty(true),
                    new Selection(),
                    network);

    @AfterEach
    void close() {
        follower.close();
        assertThat(troubles).isEmpty();
    }

    private HrNet follow(ModelFile file) throws Problem {
        HrNetSpec spec = HrNetReader.readFolded(file.graph().weights()).orElseThrow();
        HrNet net = HrNet.of(spec, file.info().inputHeight(), file.info().inputWidth());
        follower.model(file, net.parts().stream().map(Part::name).toList());
        network.set(net);
        return net;
    }

    /// As the pulse of the window does, but closer.
    private Shown opened(String node) throws InterruptedException {
        inspector.open(node);
        long patience = System.nanoTime() + PATIENCE;
        while (System.nanoTime() < patience) {
            inspector.pulse();
            Shown shown = inspector.shownProperty().get();
            if (shown != null && shown.maps().node().equals(node)) return shown;
            Thread.sleep(1);
        }
        throw new AssertionError("no maps of " + node);
    }

    private static FrameSource picture(SourceSpec spec) throws Problem {
        return new SourceOpener(new Cameras(), pool -> new DemoSource())
                .open(spec, new FramePool());
    }

    @Test
    void whatIsShownAndExportedIsWhatInspectWritesBitForBit() throws Exception {
        Path image = Shared.file("images/000000000785.jpg");
        List<String> nodes =
                List.of("stem.conv1", "layer1.0", "stage3.0.fuse_layers.2.0", "stage4.0.fused.0");
        Path npz = folder.resolve("inspect.npz");
        StringWriter err = new StringWriter();
        String[] line = {
            BUNDLED.toString(),
            image.toString(),
            "--box=280.5,44,218.25,346",
            "--layers",
            String.join(",", nodes),
            "-o",
            npz.toString()
        };
        int exit =
                new CommandLine(new InspectCommand(InspectorLiveTest::picture))
                        .setErr(new PrintWriter(err, true))
                        .execute(line);
        assertThat(exit).as(err.toString()).isZero();
        BoundingBox box = new BoundingBox(280.5, 44, 218.25, 346);
        EngineSettings settings =
                new EngineSettings(Decoder.QUARTER, false, PersonMode.DRAWN, box, 1, true);
        try (FrameSource source = picture(new SourceSpec.Picture(image));
                Frame frame = Objects.requireNonNull(source.next());
                PoseEstimator live =
                        new PoseEstimator(new ModelOpener(ModelProfile.EMPTY).bundled());
                PipelineResult result =
                        new FrameAnalysis()
                                .analyse(new Grabbed(frame, source.info(), 0), live, settings, 0)) {
            follow(live.model().file());
            follower.offer(result);
            for (String node : nodes) {
                NodeMaps maps = opened(node).maps();
                float[] written = NpzReader.read(npz, node).orElseThrow().toArray();
                assertThat(maps.maps().values()).as(node).isEqualTo(written);
                Path kept = folder.resolve("kept.npz");
                MapExport.write(kept, Map.of(node, maps.tensor()), List.of());
                assertThat(NpzReader.names(kept)).containsExactly(node);
                var read = NpzReader.read(kept, node).orElseThrow();
                assertThat(read.shape()).isEqualTo(maps.shape());
                assertThat(read.toArray()).isEqualTo(written);
            }
        }
    }

    /// `-Dinspector.openings=500` is the full measurement.
    @Test
    void memoryStaysFlatOverManyOpenings() throws Exception {
        int openings = Integer.getInteger("inspector.openings", 90);
        Random random = new Random(3);
        try (PoseEstimator live = new PoseEstimator(new ModelOpener(ModelProfile.EMPTY).bundled());
                PipelineResult result = NodeResults.of(live, 1, Decoder.QUARTER)) {
            HrNet net = follow(live.model().file());
            follower.offer(result);
            // Every node once: the largest one sets how much is held.
            for (Part part : net.parts()) {
                if (part.kind() != Part.Kind.PICTURE) openAndClose(part);
            }
            long settled = residentKilobytes();
            for (int i = 0; i < openings; i++) {
                openAndClose(net.parts().get(1 + random.nextInt(net.parts().size() - 1)));
            }
            long end = residentKilobytes();
            System.out.printf(
                    "%d openings: resident %.1f MiB before, %.1f MiB after (%+.1f %%)%n",
                    openings,
                    settled / 1024.0,
                    end / 1024.0,
                    100.0 * (end - settled) / Math.max(1, settled));
            if (settled > 0) assertThat(end).isLessThanOrEqualTo(settled + settled / 20);
        }
    }

    private void openAndClose(Part part) throws InterruptedException {
        Shown shown = opened(part.name());
        assertThat(shown.maps().maps().channels()).isEqualTo(part.output().output().channels());
        inspector.close();
    }

    /// What the program holds, garbage aside; 0 where the system does not say.
    private static long residentKilobytes() throws IOException, InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(100);
        }
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) return 0;
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }

    /// Opening a node of W32 while the frame stands, against a bare pass of the tapped network. Printed; times depend
    /// on the machine, and `-Dinspector.rounds=4` measures them better.
    @Test
    void openingANodeOfW32() throws Exception {
        HrNetSpec spec = HrNetSpec.published(HrNetSpec.Version.V1, 32, 17);
        Path w32 = RandomNetwork.write(spec, 256, 192, folder.resolve("w32.onnx"));
        try (PoseEstimator live = new PoseEstimator(new ModelOpener(ModelProfile.EMPTY).open(w32));
                PipelineResult result = NodeResults.of(live, 1, Decoder.QUARTER)) {
            ModelFile file = live.model().file();
            HrNet net = follow(file);
            follower.offer(result);
            opened("stem.conv1"); // the session is open from here on
            inspector.close();
            String[] nodes = {"stage4.2.fused.0", "layer1.3", "stage3.3.branches.2", "stem.conv2"};
            int rounds = Integer.getInteger("inspector.rounds", 1) * nodes.length;
            double[][] bare = new double[2][rounds];
            double[][] opening = new double[2][rounds];
            List<String> all = net.parts().stream().skip(1).map(Part::name).toList();
            try (InnerSession tapped = InnerSession.beside(file, file.graph(), all)) {
                tapped.crop(result.frame(), result.person().orElseThrow().estimate().geometry());
                // In turn, so that whatever else the machine does weighs on both.
                for (int i = 0; i < rounds; i++) {
                    String node = nodes[i % nodes.length];
                    Stopwatch pass = new Stopwatch();
                    assertThat(tapped.run(Set.of(node))).containsOnlyKeys(node);
                    pass.stop(bare, i);
                    Stopwatch open = new Stopwatch();
                    Shown shown = opened(node);
                    open.stop(opening, i);
                    assertThat(shown.maps().frame().index()).isEqualTo(1);
                    inspector.close();
                }
            }
            System.out.printf(
                    "W32 node opened on a standing frame: %.0f ms (processor %.0f ms); bare pass %.0f ms (%.0f ms);"
                            + " ratio %.2f (%.2f)%n",
                    median(opening[0]),
                    median(opening[1]),
                    median(bare[0]),
                    median(bare[1]),
                    median(opening[0]) / median(bare[0]),
                    median(opening[1]) / median(bare[1]));
        }
    }

    private static double median(double[] times) {
        Arrays.sort(times);
        return times[times.length / 2];
    }

    /// Milliseconds by the clock and of the process's processor time.
    private static final class Stopwatch {
        private final long start = System.nanoTime();
        private final long used = used();

        void stop(double[][] times, int at) {
            times[0][at] = (System.nanoTime() - start) / 1e6;
            times[1][at] = (used() - used) / 1e6;
        }

        private static long used() {
            return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
        }
    }
}
