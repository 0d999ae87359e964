package org.hrscope.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hrscope.capture.FramePool;
import org.hrscope.capture.SourceInfo;
import org.hrscope.capture.figure.DemoSource;
import org.hrscope.convert.RandomNetwork;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.CountedFrames;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Shape;
import org.hrscope.domain.Tensor;
import org.hrscope.hrnet.HrNetReader;
import org.hrscope.hrnet.HrNetSpec;
import org.hrscope.hrnet.Part;
import org.hrscope.inference.InnerSession;
import org.hrscope.inference.ModelFile;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.onnx.GatedValue;
import org.hrscope.onnx.OnnxReader;
import org.hrscope.people.PersonMode;
import org.hrscope.pipeline.ActivationFollower.Glance;
import org.hrscope.pixels.Cover;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The second session shows what the live one had, bit for bit, and gives back what it took.
@Timeout(120)
class ActivationFollowerTest {
    private static final Path BUNDLED = Path.of("models/hrnet_w16_coco17_256x192.onnx");

    @TempDir private Path folder;

    private final CountedFrames frames = new CountedFrames();
    private final List<Problem> troubles = new CopyOnWriteArrayList<>();
    private PoseEstimator live = open();
    private ActivationFollower follower = new ActivationFollower(troubles::add);

    private static PoseEstimator open() {
        try {
            return new PoseEstimator(new ModelOpener(ModelProfile.EMPTY).bundled());
        } catch (Problem e) {
            throw new AssertionError(e);
        }
    }

    @BeforeEach
    void follow() {
        follower.model(live.model().file(), Set.of());
    }

    @AfterEach
    void close() {
        follower.close();
        live.close();
        assertThat(frames.out()).as("frames not given back").isZero();
        assertThat(troubles).isEmpty();
    }

    /// A frame of noise, estimated in a box that does not lie on whole pixels; the caller's to close.
    private PipelineResult result(long seed) throws Problem {
        Random random = new Random(seed);
        byte[] noise = new byte[320 * 240 * 4];
        random.nextBytes(noise);
        Frame painted =
                new FramePool()
                        .frame(320, 240, new Frame.Origin("noise", seed, 0), p -> p.put(noise));
        Frame frame = frames.of(painted);
        BoundingBox box =
                new BoundingBox(random.nextDouble() * 90, random.nextDouble() * 60, 171.3, 200.7);
        EngineSettings settings =
                new EngineSettings(Decoder.QUARTER, false, PersonMode.DRAWN, box, 1, true);
        try (frame) {
            return new FrameAnalysis().analyse(new Grabbed(frame, info(), 0), live, settings, 0);
        }
    }

    private static SourceInfo info() {
        try (DemoSource demo = new DemoSource()) {
            return demo.info();
        }
    }

    private Activations await() throws InterruptedException {
        return Objects.requireNonNull(follower.results().take());
    }

    @Test
    void valuesAreThoseOfInspectForTheLiveInput() throws Exception {
        Set<String> names = Set.of("stage3.0.fused.1", "layer1.2", "heatmaps");
        Map<String, Tensor> expected = new HashMap<>();
        Tensor input;
        follower.request(this, Set.of("image", "stage3.0.fused.1", "layer1.2", "heatmaps"));
        try (PipelineResult result = result(1)) {
            BoundingBox box = result.person().orElseThrow().estimate().pose().box();
            input = live.crop(result.frame(), box, Decoder.QUARTER);
            follower.offer(result);
        }
        // As `inspect --layers all` opens it: with every value exposed.
        var graph = OnnxReader.read(BUNDLED);
        try (InnerSession session = InnerSession.of(BUNDLED, graph, graph.values())) {
            session.feed(input);
            session.run(graph.values())
                    .forEach((name, t) -> {
                        if (names.contains(name)) {
                            expected.put(name, Tensor.of(t.shape(), t.toArray()));
                        }
                    });
        }
        try (Activations shown = await()) {
            assertThat(shown.values())
                    .containsOnlyKeys("image", "stage3.0.fused.1", "layer1.2", "heatmaps");
            assertThat(shown.values().get("image").toArray()).isEqualTo(input.toArray());
            expected.forEach((name, tensor) -> {
                Tensor value = Objects.requireNonNull(shown.values().get(name));
                assertThat(value.shape()).isEqualTo(tensor.shape());
                assertThat(value.toArray()).as(name).isEqualTo(tensor.toArray());
            });
        }
    }

    @Test
    void aStandingFrameIsLookedAtAgain() throws Exception {
        follower.request(this, Set.of("stem.conv1"));
        try (PipelineResult result = result(2)) {
            follower.offer(result);
        }
        try (Activations first = await()) {
            assertThat(first.values()).containsOnlyKeys("stem.conv1");
        }
        follower.request(this, Set.of("stage4.0.fused.0", "no.such.value"));
        try (Activations second = await()) {
            assertThat(second.result().frame().origin().index()).isEqualTo(2);
            assertThat(second.values()).containsOnlyKeys("stage4.0.fused.0");
        }
    }

    @Test
    void everyoneGetsTheirOwn() throws Exception {
        List<Map<String, Shape>> glanced = new ArrayList<>();
        Object map = new Object();
        follower.request(
                map,
                Set.of("stem.conv1", "stem.conv2"),
                (result, values) -> {
                    Map<String, Shape> shapes = new HashMap<>();
                    values.forEach((name, value) -> shapes.put(name, value.shape()));
                    glanced.add(shapes);
                });
        follower.request(this, Set.of("stem.conv2"));
        try (PipelineResult result = result(3)) {
            follower.offer(result);
        }
        try (Activations mine = await()) {
            assertThat(mine.values()).containsOnlyKeys("stem.conv2");
        }
        follower.close();
        assertThat(glanced.getFirst())
                .isEqualTo(
                        Map.of(
                                "stem.conv1", Shape.of(1, 64, 128, 96),
                                "stem.conv2", Shape.of(1, 64, 64, 48)));
    }

    /// Which may have changed again before anybody looks at the values.
    @Test
    void whoLooksIsToldWhatWasAltered() throws Exception {
        GatedValue gate = GatedValue.everywhere("stage3.0.fused.1", 32);
        float[] gains = new float[32];
        gains[3] = 0.5f;
        Alteration half = new Alteration(live.model().file(), List.of(gate), gains, Cover.NONE);
        List<Alteration> told = new ArrayList<>();
        Glance looking =
                new Glance() {
                    @Override
                    public void at(PipelineResult result, Map<String, Tensor> values) {
                        throw new AssertionError();
                    }

                    @Override
                    public void at(
                            PipelineResult result,
                            Map<String, Tensor> values,
                            @Nullable Alteration altered) {
                        told.add(altered);
                    }
                };
        follower.alter(half);
        follower.request(new Object(), Set.of("stage3.0.fused.1"), looking);
        follower.request(this, Set.of("stage3.0.fused.1"));
        try (PipelineResult result = result(3)) {
            follower.offer(result);
        }
        await().close();
        follower.close();
        assertThat(told.getFirst()).isSameAs(half);
        assertThat(half.gain(gate, 3)).isEqualTo(0.5f);
        assertThat(half.gain(GatedValue.everywhere("stem.conv1", 64), 3)).isEqualTo(1);
    }

    @Test
    void resultsOfAnotherModelAreLeftAlone() throws Exception {
        follower.request(this, Set.of("stem.conv1"));
        try (PipelineResult result = result(4)) {
            ModelFile file = live.model().file();
            var other = new ModelFile(BUNDLED, renamed(file));
            follower.model(other, Set.of());
            follower.offer(result);
            Thread.sleep(300);
            assertThat(follower.results().poll()).isNull();
            follower.model(file, Set.of());
        }
        await().close();
    }

    private static org.hrscope.domain.ModelInfo renamed(ModelFile file) {
        var i = file.info();
        return new org.hrscope.domain.ModelInfo(
                "other",
                i.input(),
                i.output(),
                i.inputWidth(),
                i.inputHeight(),
                i.heatmapWidth(),
                i.heatmapHeight(),
                i.mean(),
                i.std(),
                i.rgb(),
                i.skeleton(),
                i.decoder(),
                i.task());
    }

    @Test
    void closesWhileItRuns() throws Exception {
        for (int round = 0; round < 5; round++) {
            try (ActivationFollower brief = new ActivationFollower(troubles::add)) {
                brief.model(live.model().file(), Set.of());
                brief.request(this, Set.of("stage4.0.fused.0"));
                try (PipelineResult result = result(round)) {
                    brief.offer(result);
                    brief.offer(result);
                }
                Thread.sleep(20L * round);
            }
        }
    }

    /// Prints; times are not asserted.
    @Test
    void openingANodeOfW32Takes() throws Exception {
        HrNetSpec spec = HrNetSpec.published(HrNetSpec.Version.V1, 32, 17);
        live.close();
        live =
                new PoseEstimator(
                        new ModelOpener(ModelProfile.EMPTY)
                                .open(
                                        RandomNetwork.write(
                                                spec, 256, 192, folder.resolve("w32.onnx"))));
        ModelFile file = live.model().file();
        var graph = file.graph();
        List<String> parts =
                HrNetReader.declared(graph).orElseThrow().parts().stream()
                        .map(Part::name)
                        .filter(name -> !name.equals("image"))
                        .toList();
        follower.model(file, parts);
        List<Double> opening = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        try (PipelineResult result = result(6);
                InnerSession tapped = InnerSession.beside(file, graph, parts)) {
            follower.request(this, Set.of("layer1.0"));
            follower.offer(result);
            await().close();
            tapped.crop(result.frame(), result.person().orElseThrow().estimate().geometry());
            for (String name :
                    List.of("stage3.2.fused.1", "stem.conv1", "stage4.1.branches.3", "heatmaps")) {
                long start = System.nanoTime();
                tapped.run(Set.of(name));
                bare.add((System.nanoTime() - start) / 1e6);
                start = System.nanoTime();
                follower.request(this, Set.of(name));
                await().close();
                opening.add((System.nanoTime() - start) / 1e6);
            }
        }
        System.out.printf("W32: opening a node %s ms, bare run %s ms%n", opening, bare);
        assertThat(opening).hasSize(4);
    }

    /// `-Dfollower.openings=500` is the full measurement.
    @Test
    @Timeout(600)
    void memoryStaysFlat() throws Exception {
        int openings = Integer.getInteger("follower.openings", 60);
        var graph = OnnxReader.read(BUNDLED);
        List<String> values = List.copyOf(graph.values());
        follower.model(live.model().file(), values);
        Random random = new Random(5);
        long settled = 0;
        try (PipelineResult result = result(5)) {
            follower.offer(result);
            for (int i = 0; i < openings; i++) {
                if (i == openings / 3) settled = residentKilobytes();
                String name = values.get(random.nextInt(values.size()));
                follower.request(this, Set.of());
                follower.request(this, Set.of(name));
                try (Activations shown = await()) {
                    assertThat(shown.values()).containsOnlyKeys(name);
                }
            }
        }
        long end = residentKilobytes();
        System.out.printf(
                "%d openings: resident %.1f MiB after a third, %.1f MiB at the end%n",
                openings, settled / 1024.0, end / 1024.0);
        if (settled > 0) assertThat(end).isLessThan(settled + settled / 20);
    }

    /// 0 where the system does not say. Collected first: an idle heap is let grow, which is no leak.
    private static long residentKilobytes() throws IOException {
        System.gc();
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) return 0;
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }
}
